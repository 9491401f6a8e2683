import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import {
  ContributionBilan,
  EtatIncompatible,
  insertRows,
  Introuvable,
  SaisieInvalide,
  updateVersioned,
  VersionPerimee,
  type Contexte,
  type ContextePersonne,
} from '@coopilote/db';
import {
  restreindre,
  verifierValeurs,
  type BrouillonEnregistre,
  type ContributionDemandee,
  type ContributionEcrite,
  type ContributionLue,
  type ContributionPublique,
} from '@coopilote/domain/bilans';
import { jourAParis, jourEnLettres, libelleCourtTrimestre } from '@coopilote/domain/commun';
import { EnvoisService } from '../notifications/envoi.service';
import { composer } from '../notifications/lettre';
import { CONFIG, type Config } from '../platform/config';
import { Horloge } from '../platform/horloge';
import { empreinte, nouveauJeton } from '../platform/jetons';
import { exigerSaisie, exigerSur } from './acces';
import type { BilanCharge } from './bilan.queries';
import { contenuSaisi, libelleQuestion, questionsDe } from './contenu';
import { listContributions, readByLink, writeByLink } from './contribution.queries';
import { BilanLectureService } from './lecture.service';

const JOUR_MS = 86_400_000;

/** Questions of a report that its structure gives to a colleague without an account. */
@Injectable()
export class ContributionService {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly horloge: Horloge,
    private readonly lecture: BilanLectureService,
    private readonly envois: EnvoisService,
  ) {}

  /** @throws Introuvable, Interdit */
  async list(ctx: ContextePersonne, bilanId: string): Promise<ContributionLue[]> {
    const { bilan } = await this.lecture.load(ctx, bilanId);
    exigerSur(
      ctx,
      'bilan.remplir',
      bilan,
      'Seule la structure qui porte l’action voit à qui elle a demandé de l’aide.',
    );
    return listContributions(ctx, bilanId);
  }

  /**
   * Sends a link to somebody, for some questions and some days.
   * @throws Introuvable, Interdit, EtatIncompatible, SaisieInvalide
   */
  async ask(ctx: ContextePersonne, bilanId: string, demande: ContributionDemandee): Promise<ContributionLue[]> {
    const { bilan } = await this.lecture.load(ctx, bilanId);
    exigerSaisie(ctx, bilan);
    const connues = questionsDe(bilan.indicateurs, bilan.niveau);
    if (demande.questions.some((question) => !connues.includes(question))) {
      throw new SaisieInvalide([
        { champ: 'questions', code: 'inconnu', message: 'Questions\u00a0: choisir parmi celles du bilan.' },
      ]);
    }
    const jeton = nouveauJeton();
    const expireLe = new Date(this.horloge.maintenant().getTime() + demande.jours * JOUR_MS);
    const { ficheActionId, cooperativeId, departementCode, structureId, regionCode } = bilan;
    const { nom, courriel, mot, questions } = demande;
    await insertRows(ctx, ContributionBilan, [
      {
        ...{ id: randomUUID(), bilanId, ficheActionId, cooperativeId, departementCode, structureId },
        ...{ questions, nom, courriel, mot: mot ?? null, empreinte: empreinte(jeton), expireLe },
        demandePar: ctx.identite.utilisateurId,
      },
    ]);
    await this.envois.deposer(ctx, {
      destinataire: courriel,
      regionCode,
      ...this.lettre(ctx, bilan, demande, jeton, expireLe),
    });
    return listContributions(ctx, bilanId);
  }

  /** Shuts a link; what was written by it stays readable. @throws Introuvable, Interdit */
  async withdraw(ctx: ContextePersonne, bilanId: string, id: string): Promise<ContributionLue[]> {
    const { bilan } = await this.lecture.load(ctx, bilanId);
    exigerSaisie(ctx, bilan);
    const contribution = await ctx.manager.findOneBy(ContributionBilan, { id, bilanId });
    if (!contribution) throw new Introuvable('Cette contribution');
    if (!contribution.retireeLe) {
      await updateVersioned(ctx, ContributionBilan, { id, bilanId }, contribution.version, {
        retireeLe: this.horloge.maintenant(),
      });
    }
    return listContributions(ctx, bilanId);
  }

  /** What a link opens. @throws Introuvable when it is unknown, expired or withdrawn. */
  async open(ctx: Contexte, jeton: string): Promise<ContributionPublique> {
    const lue = await readByLink(ctx, empreinte(jeton));
    if (!lue) throw new Introuvable('Ce lien');
    const { precedent } = lue;
    return {
      ...lue,
      precedent: precedent && { ...precedent, contenu: restreindre(precedent.contenu, lue.questions) },
      indicateurs: lue.indicateurs.map((indicateur) => {
        const avant = precedent?.contenu.valeurs.find((v) => v.indicateurId === indicateur.id);
        const { valeur = null, numerateur = null, denominateur = null } = avant ?? {};
        return {
          ...indicateur,
          cumul: { bas: null, haut: null },
          precedent: avant ? { valeur, numerateur, denominateur } : null,
        };
      }),
    };
  }

  /**
   * Keeps what the holder of a link writes, of their questions alone.
   * @throws Introuvable, EtatIncompatible, SaisieInvalide, VersionPerimee with what is kept
   */
  async write(ctx: Contexte, jeton: string, saisie: ContributionEcrite): Promise<Omit<BrouillonEnregistre, 'etat'>> {
    const lue = await this.open(ctx, jeton);
    exigerOuverte(lue);
    const erreurs = verifierValeurs(saisie.valeurs, lue.indicateurs);
    if (erreurs.length) throw new SaisieInvalide(erreurs);
    const contenu = restreindre(contenuSaisi(saisie, lue.indicateurs), lue.questions);
    const version = await writeByLink(ctx, empreinte(jeton), saisie.version, contenu, false);
    if (version === null) throw new VersionPerimee(await this.open(ctx, jeton));
    const total = lue.questions.length;
    return { version, enregistreLe: this.horloge.maintenant().toISOString(), remplies: 0, total, manques: [] };
  }

  /** The holder has finished: the structure may take what they wrote. @throws Introuvable, EtatIncompatible, VersionPerimee */
  async finish(ctx: Contexte, jeton: string, version: number): Promise<ContributionPublique> {
    exigerOuverte(await this.open(ctx, jeton));
    if ((await writeByLink(ctx, empreinte(jeton), version, null, true)) === null) {
      throw new VersionPerimee(await this.open(ctx, jeton));
    }
    return this.open(ctx, jeton);
  }

  private lettre(
    { identite }: ContextePersonne,
    bilan: BilanCharge,
    { nom, mot, questions }: ContributionDemandee,
    jeton: string,
    expireLe: Date,
  ) {
    const qui = `${identite.prenom} ${identite.nom}`;
    const demandees = questions.map((q) => libelleQuestion(q, bilan.indicateurs));
    return composer({
      objet: `${qui} vous confie une partie d’un bilan\u00a0: ${bilan.action}, ${libelleCourtTrimestre(bilan)}`,
      prenom: nom,
      paragraphes: [
        `${qui} (${bilan.structure}) vous demande d’écrire une partie du bilan de l’action «\u00a0${bilan.action}\u00a0».`,
        ...(mot ? [mot] : []),
      ],
      listes: [{ titre: 'Ce qui vous est demandé', elements: demandees.map((titre) => ({ titre })) }],
      bouton: { libelle: 'Répondre', url: `${this.config.urlPublique}/contribution/${jeton}` },
      suite: [
        `Sans compte ni mot de passe. Ce lien est à vous\u00a0: il s’éteint le ${jourEnLettres(jourAParis(expireLe))}.`,
      ],
      pourquoi: `${qui} a écrit votre adresse pour vous confier ces questions. Coopilote ne s’en sert pour rien d’autre.`,
    });
  }
}

function exigerOuverte({ ouverte, finieLe, structure }: ContributionPublique): void {
  if (ouverte) return;
  throw new EtatIncompatible(
    finieLe
      ? 'Vous avez déjà dit avoir fini\u00a0: ce que vous avez écrit ne change plus.'
      : `Ce bilan a été transmis\u00a0: il ne s’écrit plus. Dites-le à ${structure} si quelque chose manque.`,
  );
}
