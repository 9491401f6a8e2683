import { Module } from '@nestjs/common';
import { EnvoiController } from './envoi.controller';
import { EnvoisService } from './envoi.service';
import { Facteur } from './facteur';
import { NotificationsService } from './notification.service';
import { PreferenceController } from './preference.controller';
import { PreferencesService } from './preference.service';

/** What leaves by mail, and what each person is told. */
@Module({
  controllers: [EnvoiController, PreferenceController],
  providers: [EnvoisService, Facteur, NotificationsService, PreferencesService],
  exports: [EnvoisService, NotificationsService],
})
export class NotificationsModule {}
