import { Booleen, Choix, Texte, TexteFormate, Version } from '../commun/champs';
import { PARTAGES_VUE, RYTHMES_VUE, type PartageVue, type RythmeVue } from './vues.rules';

/** What follows « ? » in an address. */
const REQUETE = {
  motif: /^[\w.~%&=+,:;@!*'()$-]*$/,
  attendu: 'une adresse de la consolidation est attendue',
  max: 2000,
};

export class VueCreee {
  @Texte({ libelle: 'Nom', requis: true, max: 80 }) nom!: string;
  @TexteFormate({ libelle: 'Adresse', requis: true, ...REQUETE }) requete!: string;
  @Choix(PARTAGES_VUE, { libelle: 'Partage', requis: true }) partage!: PartageVue;
  /** Of a sharing: needed by whoever reads several. */
  @Texte({ libelle: 'Département', max: 3 }) departement?: string | null;
  @Texte({ libelle: 'Région', max: 3 }) region?: string | null;
}

/** `PATCH /api/vues/:id`: renamed, replaced, shared otherwise. */
export class VueModifiee extends VueCreee {
  @Version() version!: number;
}

/** `PUT /api/vues/:id/suivi`: what the person does with a view, theirs or shared. */
export class SuiviVue {
  @Booleen({ libelle: 'Vue par défaut', requis: true }) parDefaut!: boolean;
  @Choix(RYTHMES_VUE, { libelle: 'Envoi' }) rythme?: RythmeVue | null;
}

/** A view that the person reads. */
export interface VueLue {
  id: string;
  nom: string;
  requete: string;
  partage: PartageVue;
  regionCode: string | null;
  departementCode: string | null;
  /** Name of the région or département with which it is shared. */
  territoire: string | null;
  /** Who keeps it. */
  auteur: string;
  sienne: boolean;
  /** The person may take it away. */
  retirable: boolean;
  parDefaut: boolean;
  rythme: RythmeVue | null;
  version: number;
}

/** `GET /api/vues/partages`: with whom the person may share a view. */
export interface PartageOffert {
  partage: Exclude<PartageVue, 'MOI'>;
  code: string;
  nom: string;
}
