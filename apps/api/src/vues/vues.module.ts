import { Module } from '@nestjs/common';
import { ConsolidationModule } from '../consolidation/consolidation.module';
import { NotificationsModule } from '../notifications/notifications.module';
import { EnvoiVueService } from './envoi-vue.service';
import { VueController } from './vue.controller';
import { VuesService } from './vue.service';

@Module({
  imports: [ConsolidationModule, NotificationsModule],
  controllers: [VueController],
  providers: [VuesService, EnvoiVueService],
})
export class VuesModule {}
