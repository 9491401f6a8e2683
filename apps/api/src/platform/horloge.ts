import { Injectable } from '@nestjs/common';
import { jourAParis, type Jour } from '@coopilote/domain/commun';

/** The present, handed to the rules, which never read it themselves. */
@Injectable()
export class Horloge {
  maintenant(): Date {
    return new Date();
  }

  /** Today in Paris. */
  aujourdhui(): Jour {
    return jourAParis(this.maintenant());
  }
}
