import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { EtatIncompatible, SaisieInvalide, type ContextePersonne, type Cooperative } from '@coopilote/db';
import { lireSuivi, suiviEnClasseur, trimestreDuClasseur, type ClasseurLu } from '@coopilote/documents';
import {
  changementsBilan,
  auteursApres,
  completude,
  estOuvertALaSaisie,
  ETATS_RECUS,
  LIBELLES_ETATS_BILAN,
  QUESTIONS_BILAN,
  reprendreElement,
  type ContenuBilan,
} from '@coopilote/domain/bilans';
import type { FormatClasseur } from '@coopilote/domain/classeurs';
import {
  decalerTrimestre,
  libelleCourtTrimestre,
  lireTrimestre,
  trimestreDe,
  type Trimestre,
} from '@coopilote/domain/commun';
import { peut } from '@coopilote/domain/droits';
import {
  elementsSuivi,
  estGauche,
  type ActionEnClasseur,
  type ClasseurSuiviLu,
  type Gauche,
} from '@coopilote/domain/pilotage';
import { estModifiable } from '../actions/fiche-acces.service';
import { sansPartenaire } from '../bilans/acces';
import { contenuDe, contenuSaisi } from '../bilans/contenu';
import { ReceptionClasseur } from '../classeurs/reception-classeur';
import { CooperativeAcces, ressourceDe } from '../cooperatives/cooperative-acces.service';
import { Base } from '../platform/base';
import { entrer, personne } from '../platform/contexte.interceptor';
import { Horloge } from '../platform/horloge';
import type { RequeteCoopilote } from '../platform/regle';
import {
  listActionsEnBase,
  loadListes,
  updateBrouillons,
  updateFiches,
  type ActionEnBase,
  type ListesSuivi,
} from './suivi-classeur.queries';

const TOUT = 'Tout le territoire';
/** The questions that the reports ask: the only place where the workbook of T3 learns them. */
const QUESTIONS = QUESTIONS_BILAN;

interface Suivi {
  ca: Cooperative;
  enBase: ActionEnBase[];
  actions: ActionEnClasseur[];
  listes: ListesSuivi;
}

/** T3 whole, out to a spreadsheet and back. */
@Injectable()
export class SuiviClasseurService {
  constructor(
    private readonly base: Base,
    private readonly horloge: Horloge,
    private readonly acces: CooperativeAcces,
    private readonly reception: ReceptionClasseur,
  ) {}

  /** @throws Introuvable, Interdit */
  async write(
    ctx: ContextePersonne,
    id: string,
    demande: string | undefined,
    format: FormatClasseur,
  ): Promise<{ octets: Buffer; nom: string }> {
    const trimestre = lireTrimestre(demande ?? '') ?? decalerTrimestre(trimestreDe(this.horloge.aujourdhui()), -1);
    const { ca, actions, listes } = await this.load(ctx, id, trimestre);
    const octets = await suiviEnClasseur(
      { cooperative: ca, trimestre, actions, questions: QUESTIONS, ...noms(listes) },
      format,
    );
    return { octets, nom: `Suivi des actions ${libelleCourtTrimestre(trimestre)} – ${ca.intitule}` };
  }

  /**
   * Says what a workbook would change; applies what was chosen of it when `appliquer`, all or nothing.
   * @throws NonConnecte, Introuvable, Interdit, EtatIncompatible (written meanwhile), ErreurMetier (400, 413, 415), SaisieInvalide
   */
  async receive(
    requete: RequeteCoopilote,
    reponse: FastifyReply,
    id: string,
    appliquer: boolean,
  ): Promise<ClasseurSuiviLu> {
    const dedans = <T>(work: (ctx: ContextePersonne) => Promise<T>): Promise<T> =>
      entrer(this.base, requete, 'suivi.importer', (ctx) => work(personne(ctx)));
    await dedans((ctx) => this.acces.loadFor(ctx, id, 'suivi.importer'));
    const { classeur, champs } = await this.reception.recevoir(requete, reponse);
    return dedans(async (ctx) => {
      await this.acces.loadFor(ctx, id, 'suivi.importer');
      return this.compare(ctx, id, classeur, appliquer ? clesDe(champs['cles']) : null);
    });
  }

  private async compare(
    ctx: ContextePersonne,
    id: string,
    classeur: ClasseurLu,
    cles: ReadonlySet<string> | null,
  ): Promise<ClasseurSuiviLu> {
    const trimestre = lireTrimestre(trimestreDuClasseur(classeur) ?? '');
    const suivi = await this.load(ctx, id, trimestre ?? trimestreDe(this.horloge.aujourdhui()));
    const { ca, actions, listes } = suivi;
    const lu = lireSuivi(classeur, { cooperative: ca, actions, questions: QUESTIONS, ...noms(listes) });
    const lues = lu.actions.map(({ actuelle, gauche, contenu }) => ({ ...actuelle, gauche, contenu }));
    const changements = changementsBilan(
      lu.intact,
      lues.flatMap((a) => elementsSuivi(a, QUESTIONS)),
      lu.actions.flatMap(({ actuelle }) => elementsSuivi(actuelle, QUESTIONS)),
    );
    if (!cles || lu.refus.length) return { refus: lu.refus, changements, applique: false };
    const retenus = changements.filter(({ cle }) => cles.has(cle)).map(({ cle }) => cle);
    await this.apply(ctx, suivi, lues, retenus);
    return { refus: [], changements: changements.filter(({ cle }) => cles.has(cle)), applique: true };
  }

  private async apply(ctx: ContextePersonne, suivi: Suivi, lues: ActionEnClasseur[], retenus: string[]): Promise<void> {
    const parAction = new Map<string, string[]>();
    for (const cle of retenus) {
      const [ficheActionId = '', element = ''] = cle.split('|');
      parAction.set(ficheActionId, [...(parAction.get(ficheActionId) ?? []), element]);
    }
    const changees = suivi.enBase.flatMap((enBase, rang) => {
      const lue = lues.find((l) => l.ficheActionId === enBase.ficheActionId);
      const actuelle = suivi.actions[rang];
      const elements = parAction.get(enBase.ficheActionId) ?? [];
      return lue && actuelle && elements.length ? [{ enBase, lue, actuelle, elements }] : [];
    });
    const fiches = changees.flatMap(({ enBase, lue, actuelle, elements }) => {
      const gauches = elements.filter((e) => estGauche(`|${e}`)) as (keyof Gauche)[];
      if (!gauches.length) return [];
      const gauche = { ...actuelle.gauche, ...Object.fromEntries(gauches.map((cle) => [cle, lue.gauche[cle]])) };
      const { objectifsPoursuivis, resultatsAttendus, autrePublic, beneficiairesCibles } = gauche;
      return [
        {
          ...{ id: enBase.ficheActionId, version: enBase.version },
          ...{ objectifsPoursuivis, resultatsAttendus, autrePublic, beneficiairesCibles },
          publics: gauches.some((cle) => cle.startsWith('public')) ? publicsDe(gauche, suivi.listes, enBase) : null,
          territoireChange: gauches.includes('territoire'),
          territoireCommuneCode: suivi.listes.territoires.find((t) => t.nom === gauche.territoire)?.valeur ?? null,
        },
      ];
    });
    const maintenant = this.horloge.maintenant();
    const qui = { nom: `${ctx.identite.prenom} ${ctx.identite.nom}`, le: maintenant.toISOString() };
    const brouillons = changees.flatMap(({ enBase, lue, actuelle, elements }) => {
      const droites = elements.filter((e) => !estGauche(`|${e}`));
      if (!droites.length || !enBase.bilanId || enBase.versionBilan === null) return [];
      const { indicateurs } = enBase;
      const dit = droites.reduce((vers, cle) => reprendreElement(vers, lue.contenu, cle), actuelle.contenu);
      const contenu = contenuSaisi({ ...dit, version: 0 }, indicateurs);
      const avant = { contenu: actuelle.contenu, auteurs: enBase.auteurs ?? {} };
      return [
        {
          ...{ id: enBase.bilanId, version: enBase.versionBilan, contenu },
          auteurs: auteursApres(avant, contenu, indicateurs, qui, []),
          ...completude(contenu, indicateurs, enBase.niveau ?? 'COMPLET'),
        },
      ];
    });
    const ecrites = fiches.length ? await updateFiches(ctx, fiches) : 0;
    const ecrits = brouillons.length ? await updateBrouillons(ctx, brouillons, maintenant) : 0;
    if (ecrites !== fiches.length || ecrits !== brouillons.length) {
      throw new EtatIncompatible(
        'Quelqu’un vient d’écrire dans ce tableau\u00a0: rien n’a été appliqué, renvoyez le classeur.',
      );
    }
  }

  private async load(ctx: ContextePersonne, id: string, trimestre: Trimestre): Promise<Suivi> {
    const ca = await this.acces.loadFor(ctx, id, 'tableaux.lire');
    const enBase = await listActionsEnBase(ctx, id, trimestre);
    return { ca, enBase, actions: enBase.map((a) => enClasseur(ctx, ca, a)), listes: await loadListes(ctx, id) };
  }
}

/** A row as its reader may see it and write it: the draft of its own structure, what was received of the others (R15). */
function enClasseur(ctx: ContextePersonne, ca: Cooperative, a: ActionEnBase): ActionEnClasseur {
  const ressource = { ...ressourceDe(ca), structureId: a.structureId };
  const sien = peut(ctx.identite, 'bilan.remplir', ressource);
  const recu = a.etatBilan !== null && ETATS_RECUS.includes(a.etatBilan) && peut(ctx.identite, 'bilan.lire', ressource);
  const renvoye = a.etatBilan === 'A_COMPLETER' && peut(sansPartenaire(ctx.identite), 'bilan.lire', ressource);
  const transmis = contenuDe(a, a.valeurs);
  const vide: ContenuBilan = {
    beneficiaires: null,
    reponses: {},
    freins: null,
    leviers: null,
    pistes: null,
    valeurs: [],
  };
  const { ficheActionId, objectif, intitule, structure, indicateurs } = a;
  const { objectifsPoursuivis, resultatsAttendus, public1, public2, public3, autrePublic, territoire } = a;
  return {
    ...{ ficheActionId, objectif, intitule, structure, indicateurs },
    etatBilan: a.etatBilan ? LIBELLES_ETATS_BILAN[a.etatBilan] : '',
    gauche: {
      ...{ objectifsPoursuivis, resultatsAttendus, public1, public2, public3, autrePublic, territoire },
      beneficiairesCibles: a.beneficiairesCibles,
    },
    gaucheModifiable: estModifiable(ctx, a.etat, ressource),
    contenu: sien ? (a.brouillon ?? transmis) : recu || renvoye ? transmis : vide,
    niveau: a.niveau ?? 'COMPLET',
    bilanModifiable: sien && a.etatBilan !== null && estOuvertALaSaisie(a.etatBilan, a.collecteClose),
  };
}

function noms({ publics, territoires }: ListesSuivi): { publics: string[]; territoires: string[] } {
  return { publics: publics.map((p) => p.nom), territoires: [TOUT, ...territoires.map((t) => t.nom)] };
}

/** Ids of the three publics; one that is no longer offered stays where it stood, and there alone. */
function publicsDe(gauche: Gauche, { publics }: ListesSuivi, enBase: ActionEnBase): (string | null)[] {
  const choisis = [gauche.public1, gauche.public2, gauche.public3];
  const ids = choisis.map((nom) => (nom ? (publics.find((p) => p.nom === nom)?.valeur ?? null) : null));
  const perdu = choisis.findIndex((nom, i) => nom !== null && ids[i] === null);
  if (perdu >= 0) {
    const message = `${enBase.intitule}\u00a0: «\u00a0${choisis[perdu]}\u00a0» n’est plus proposé, choisissez un autre public.`;
    throw new SaisieInvalide([{ champ: `public${perdu + 1}`, code: 'retiree', message }], message);
  }
  return ids;
}

function clesDe(json: string | undefined): ReadonlySet<string> {
  try {
    const lu: unknown = JSON.parse(json ?? '');
    if (Array.isArray(lu)) return new Set(lu.map(String));
  } catch {
    // Said below: what was chosen is not guessed.
  }
  const message = 'Les changements à appliquer n’ont pas été reçus en entier\u00a0: renvoyez le classeur.';
  throw new SaisieInvalide([{ champ: 'cles', code: 'liste', message }], message);
}
