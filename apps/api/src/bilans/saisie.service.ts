import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  BilanRetour,
  BilanTrimestriel,
  BilanVersion,
  EtatIncompatible,
  ErreurMetier,
  insertRows,
  SaisieInvalide,
  updateVersioned,
  VersionPerimee,
  type ContextePersonne,
} from '@coopilote/db';
import {
  auteursApres,
  completude,
  LIBELLES_ETATS_BILAN,
  manquesBilan,
  TRANSITIONS_BILAN,
  verifierValeurs,
  type BilanLu,
  type BrouillonBilan,
  type BrouillonEnregistre,
  type RetourQuestion,
  type TransitionBilanDemandee,
} from '@coopilote/domain/bilans';
import { libelleCourtTrimestre, type ErreurChamp } from '@coopilote/domain/commun';
import type { GenreMessage } from '@coopilote/domain/notifications';
import { NotificationsService } from '../notifications/notification.service';
import { Horloge } from '../platform/horloge';
import { exigerCollecteOuverte, exigerSaisie, exigerSur } from './acces';
import { writeDraft, writeSent, type BilanCharge } from './bilan.queries';
import {
  colonnesDe,
  contenuPour,
  contenuSaisi,
  donneesPersonnelles,
  empreinteContenu,
  questionsDe,
  libelleQuestion,
} from './contenu';
import { listFinished } from './contribution.queries';
import { listWriters } from './lecture.queries';
import { BilanLectureService } from './lecture.service';

@Injectable()
export class BilanSaisieService {
  constructor(
    private readonly horloge: Horloge,
    private readonly lecture: BilanLectureService,
    private readonly notifications: NotificationsService,
  ) {}

  /**
   * Keeps a draft as it stands on the screen.
   * @throws Introuvable, Interdit; EtatIncompatible once it is sent; SaisieInvalide for values that cannot be;
   * VersionPerimee with the report as it stands, so that nothing typed is lost.
   */
  async save(ctx: ContextePersonne, id: string, saisie: BrouillonBilan): Promise<BrouillonEnregistre> {
    const { bilan } = await this.lecture.load(ctx, id);
    exigerSaisie(ctx, bilan);
    const erreurs = verifierValeurs(saisie.valeurs, bilan.indicateurs);
    if (erreurs.length) throw new SaisieInvalide(erreurs);
    const contenu = contenuSaisi(saisie, bilan.indicateurs);
    const etat = bilan.etat === 'A_REMPLIR' ? 'BROUILLON' : bilan.etat;
    const compte = completude(contenu, bilan.indicateurs, bilan.niveau);
    const modifieLe = this.horloge.maintenant();
    const auteurs = auteursApres(
      { contenu: contenuPour('PROPRE', bilan), auteurs: bilan.auteurs ?? {} },
      contenu,
      bilan.indicateurs,
      { nom: `${ctx.identite.prenom} ${ctx.identite.nom}`, le: modifieLe.toISOString() },
      await listFinished(ctx, id),
    );
    const version = await this.update(ctx, bilan, saisie.version, {
      ...compte,
      etat,
      modifieLe,
    });
    await writeDraft(ctx, bilan, contenu, auteurs);
    return {
      version,
      etat,
      enregistreLe: modifieLe.toISOString(),
      ...compte,
      manques: manquesBilan(contenu, bilan.indicateurs, bilan.niveau),
    };
  }

  /**
   * Sends, sends back, validates or reopens a report.
   * @throws EtatIncompatible when no such act leaves this state; Interdit; SaisieInvalide; DONNEES_PERSONNELLES (R16).
   */
  async move(ctx: ContextePersonne, id: string, demande: TransitionBilanDemandee): Promise<BilanLu> {
    const { bilan } = await this.lecture.load(ctx, id);
    const transition = TRANSITIONS_BILAN.find((t) => t.de === bilan.etat && t.vers === demande.vers);
    if (!transition) {
      throw new EtatIncompatible(
        `Ce bilan est ${LIBELLES_ETATS_BILAN[bilan.etat]}\u00a0: il ne peut pas devenir ${LIBELLES_ETATS_BILAN[demande.vers]}.`,
      );
    }
    exigerSur(ctx, transition.operation, bilan);
    if (transition.vers === 'TRANSMIS') await this.send(ctx, bilan, demande);
    else if (transition.vers === 'A_COMPLETER') await this.sendBack(ctx, bilan, demande);
    else {
      await this.update(ctx, bilan, demande.version, {
        etat: 'VALIDE',
        valideLe: this.horloge.maintenant(),
        validePar: ctx.identite.utilisateurId,
      });
      await this.tell(ctx, bilan, 'BILAN_VALIDE', 'Bilan validé');
    }
    return this.lecture.read(ctx, id);
  }

  private async send(ctx: ContextePersonne, bilan: BilanCharge, demande: TransitionBilanDemandee): Promise<void> {
    exigerCollecteOuverte(bilan);
    const contenu = contenuPour('PROPRE', bilan);
    const manques = manquesBilan(contenu, bilan.indicateurs, bilan.niveau);
    if (manques.length)
      throw new SaisieInvalide(manques, 'Il reste des réponses à donner avant de transmettre ce bilan.');
    const passages = demande.avertissementsLus ? [] : donneesPersonnelles(contenu);
    if (passages.length) {
      throw new ErreurMetier(
        'DONNEES_PERSONNELLES',
        422,
        'Des passages ressemblent à des données personnelles de bénéficiaires\u00a0: corrigez-les, ou confirmez qu’il n’en est rien.',
        passages,
      );
    }
    const transmisLe = this.horloge.maintenant();
    const transmisPar = ctx.identite.utilisateurId;
    const numero = bilan.numeroVersion + 1;
    await this.update(ctx, bilan, demande.version, {
      etat: 'TRANSMIS',
      numeroVersion: numero,
      transmisLe,
      transmisPar,
      modifieLe: transmisLe,
      ...colonnesDe(contenu),
      ...completude(contenu, bilan.indicateurs, bilan.niveau),
    });
    await writeSent(ctx, bilan, contenu.valeurs);
    await insertRows(ctx, BilanVersion, [
      {
        ...cles(bilan),
        numero,
        contenu,
        auteurs: bilan.auteurs ?? {},
        empreinte: empreinteContenu(contenu),
        transmisLe,
        transmisPar,
      },
    ]);
  }

  private async sendBack(ctx: ContextePersonne, bilan: BilanCharge, demande: TransitionBilanDemandee): Promise<void> {
    const retours = demande.retours ?? [];
    const erreurs = erreursRetours(retours, bilan);
    if (erreurs.length) throw new SaisieInvalide(erreurs);
    await this.update(ctx, bilan, demande.version, {
      etat: 'A_COMPLETER',
      valideLe: null,
      validePar: null,
      // The action may have other indicators than when the report was sent.
      ...completude(contenuPour('RECU', bilan), bilan.indicateurs, bilan.niveau),
    });
    await insertRows(
      ctx,
      BilanRetour,
      retours.map(({ question, motif }) => ({
        ...cles(bilan),
        id: randomUUID(),
        numero: bilan.numeroVersion,
        question,
        motif,
        par: ctx.identite.utilisateurId,
        le: this.horloge.maintenant(),
      })),
    );
    const motifs = retours.map((r) => `${libelleQuestion(r.question, bilan.indicateurs)}\n${r.motif}`);
    await this.tell(ctx, bilan, 'BILAN_RENVOYE', 'Bilan à compléter', motifs.join('\n\n'));
  }

  /** Tells whoever writes for the structure what became of its report. */
  private async tell(
    ctx: ContextePersonne,
    bilan: BilanCharge,
    genre: GenreMessage,
    quoi: string,
    detail?: string,
  ): Promise<void> {
    await this.notifications.notifier(ctx, {
      utilisateurIds: await listWriters(ctx, bilan.structureId),
      genre,
      titre: `${quoi}\u00a0: ${bilan.action}, ${libelleCourtTrimestre(bilan)}`,
      detail,
      lien: `/bilans/${bilan.id}`,
    });
  }

  /** Writes on the version that was read; a stale one answers with the report as its reader sees it. */
  private async update(
    ctx: ContextePersonne,
    { id, ficheActionId }: BilanCharge,
    version: number,
    changements: Partial<BilanTrimestriel>,
  ): Promise<number> {
    try {
      return await updateVersioned(ctx, BilanTrimestriel, { id, ficheActionId }, version, changements);
    } catch (erreur) {
      if (erreur instanceof VersionPerimee) throw new VersionPerimee(await this.lecture.read(ctx, id));
      throw erreur;
    }
  }
}

function cles(bilan: BilanCharge) {
  const { id: bilanId, ficheActionId, cooperativeId, departementCode, structureId } = bilan;
  return { bilanId, ficheActionId, cooperativeId, departementCode, structureId };
}

/** R15: a report comes back with a reason for each question, and at least one. */
function erreursRetours(retours: RetourQuestion[], bilan: BilanCharge): ErreurChamp[] {
  if (retours.length === 0) {
    return [{ champ: 'retours', code: 'requis', message: 'Dites au moins une question à compléter, et pourquoi.' }];
  }
  const connues = questionsDe(bilan.indicateurs, bilan.niveau);
  return retours.flatMap(({ question }, i) =>
    connues.includes(question)
      ? []
      : [
          {
            champ: `retours.${i}.question`,
            code: 'inconnu',
            message: 'Question\u00a0: choisir une question du bilan.',
          },
        ],
  );
}
