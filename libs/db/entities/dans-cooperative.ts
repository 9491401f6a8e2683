import { Texte, Uuid } from './colonnes';

/** Keys that every row of a CA carries: policies read them, and composite foreign keys hold them true. */
export abstract class DansCooperative {
  @Uuid() cooperativeId!: string;
  @Texte() departementCode!: string;
}
/** And the structure whose row it is. */
export abstract class DeStructure extends DansCooperative {
  @Uuid() structureId!: string;
}
