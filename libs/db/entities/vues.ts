import { Entity } from 'typeorm';
import type { PartageVue, RythmeVue } from '@coopilote/domain/vues';
import { Booleen, Cle, CleUuid, Instant, InstantNul, Numero, Texte, TexteNul, Uuid } from './colonnes';

/** A name on an address of the consolidation. */
@Entity('vue')
export class Vue {
  @Cle() id!: string;
  @Uuid() utilisateurId!: string;
  @Texte() nom!: string;
  /** What follows the question mark. */
  @Texte() requete!: string;
  @Texte({ default: 'MOI' }) partage!: PartageVue;
  @TexteNul() regionCode!: string | null;
  @TexteNul() departementCode!: string | null;
  @Instant({ default: () => 'now()' }) creeLe!: Date;
  @Numero() version!: number;
}

/** What a person does with a view that they read. */
@Entity('vue_suivi')
export class VueSuivi {
  @CleUuid() vueId!: string;
  @CleUuid() utilisateurId!: string;
  @Booleen() parDefaut!: boolean;
  @TexteNul() rythme!: RythmeVue | null;
  @InstantNul() depuis!: Date | null;
}
