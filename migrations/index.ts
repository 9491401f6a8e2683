import { Fondations1700000000001 } from './1_fondations';
import { Decoupage1700000000002 } from './2_decoupage';
import { Comptes1700000000003 } from './3_comptes';
import { Programme1700000000004 } from './4_programme';
import { Actions1700000000005 } from './5_actions';
import { Contexte1700000000006 } from './6_contexte';
import { Cloisonnement1700000000007 } from './7_cloisonnement';
import { Invitations1700000000008 } from './8_invitations';
import { OuvertureBilans1700000000009 } from './9_ouverture_bilans';
import { Brouillons1700000000010 } from './10_brouillons';
import { Notifications1700000000011 } from './11_notifications';
import { Pieces1700000000012 } from './12_pieces';
import { Gouvernance1700000000013 } from './13_gouvernance';
import { Reunions1700000000014 } from './14_reunions';
import { Conventions1700000000015 } from './15_conventions';
import { Financement1700000000016 } from './16_financement';
import { MisesADisposition1700000000017 } from './17_mises_a_disposition';
import { ConventionsSuite1700000000018 } from './18_conventions_suite';
import { SuitesFinancement1700000000019 } from './19_suites_financement';
import { Campagnes1700000000020 } from './20_campagnes';
import { Reprise1700000000021 } from './21_reprise';
import { Contributions1700000000022 } from './22_contributions';
import { BilansAnnuels1700000000023 } from './23_bilans_annuels';
import { Departs1700000000024 } from './24_departs';
import { Totaux1700000000025 } from './25_totaux';
import { IndexNationaux1700000000026 } from './26_index_nationaux';
import { IndexListes1700000000027 } from './27_index_listes';
import { EtatsFiges1700000000029 } from './29_etats_figes';
import { Vues1700000000030 } from './30_vues';

/** In their order. A migration that has left this repository is never edited: a new one follows it. */
export const migrations = [
  Fondations1700000000001,
  Decoupage1700000000002,
  Comptes1700000000003,
  Programme1700000000004,
  Actions1700000000005,
  Contexte1700000000006,
  Cloisonnement1700000000007,
  Invitations1700000000008,
  OuvertureBilans1700000000009,
  Brouillons1700000000010,
  Notifications1700000000011,
  Pieces1700000000012,
  Gouvernance1700000000013,
  Reunions1700000000014,
  Conventions1700000000015,
  Financement1700000000016,
  MisesADisposition1700000000017,
  ConventionsSuite1700000000018,
  SuitesFinancement1700000000019,
  Campagnes1700000000020,
  Reprise1700000000021,
  Contributions1700000000022,
  BilansAnnuels1700000000023,
  Departs1700000000024,
  Totaux1700000000025,
  IndexNationaux1700000000026,
  IndexListes1700000000027,
  EtatsFiges1700000000029,
  Vues1700000000030,
];
