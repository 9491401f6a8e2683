import { Texte } from '../commun/champs';
import type { LigneAFaire } from '../cooperatives/cooperative.contract';

/** `GET /api/accueil`: what is due, what comes, what changed, for the person signed in. */
export interface AccueilLu {
  aFaire: LigneAFaire[];
  aVenir: { titre: string; detail: string; date: string; lien: string }[];
  changements: { quand: string; qui: string; quoi: string; lien: string | null }[];
  /** A partner's reports, one card each. */
  bilans: {
    id: string;
    action: string;
    cooperative: string;
    annee: number;
    trimestre: number;
    etat: string;
    echeance: string;
    joursDeRetard: number;
    remplies: number;
    total: number;
    retours: number;
  }[];
  /** Key figures for the region or the département, last ended quarter. */
  chiffres: {
    trimestre: string;
    cooperatives: number;
    actions: number;
    bilansAttendus: number;
    bilansRecus: number;
    beneficiaires: { bas: number; haut: number };
  } | null;
}

export class RechercheDemandee {
  @Texte({ libelle: 'Recherche', requis: true, min: 2, max: 100 }) q!: string;
}
export interface ResultatRecherche {
  genre: 'COOPERATIVE' | 'STRUCTURE' | 'FICHE_ACTION';
  id: string;
  titre: string;
  detail: string;
  lien: string;
}
