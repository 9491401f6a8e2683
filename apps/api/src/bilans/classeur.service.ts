import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { ContextePersonne } from '@coopilote/db';
import { bilanEnClasseur, lireBilanEnClasseur } from '@coopilote/documents';
import {
  changementsBilan,
  elementsBilan,
  questionsDemandees,
  type BilanLu,
  type ClasseurBilanLu,
  type QuestionBilan,
} from '@coopilote/domain/bilans';
import type { FormatClasseur } from '@coopilote/domain/classeurs';
import { libelleCourtTrimestre } from '@coopilote/domain/commun';
import { ReceptionClasseur } from '../classeurs/reception-classeur';
import { Base } from '../platform/base';
import { entrer, personne } from '../platform/contexte.interceptor';
import type { RequeteCoopilote } from '../platform/regle';
import { exigerSaisie } from './acces';
import { BilanLectureService } from './lecture.service';

/** The questions that a report asks: the only place where its workbook learns them. */
const questionsPosees = ({ niveau }: BilanLu): readonly QuestionBilan[] => questionsDemandees(niveau);

/** One report as a workbook: written, and examined when it comes back. */
@Injectable()
export class BilanClasseurService {
  constructor(
    private readonly base: Base,
    private readonly lecture: BilanLectureService,
    private readonly reception: ReceptionClasseur,
  ) {}

  /** @throws Introuvable */
  async write(ctx: ContextePersonne, id: string, format: FormatClasseur): Promise<{ octets: Buffer; nom: string }> {
    const bilan = await this.lecture.read(ctx, id);
    const octets = await bilanEnClasseur(
      { ...bilan, questions: questionsPosees(bilan), precedent: bilan.precedent?.contenu ?? null },
      format,
    );
    return { octets, nom: `Bilan ${libelleCourtTrimestre(bilan)} – ${bilan.action}` };
  }

  /**
   * Says, cell by cell, what a workbook would change in a draft and what is wrong in it. The right is asked before anything
   * is read, and again after: in between, a slow sender holds no connection to the database.
   * @throws NonConnecte, Introuvable, Interdit, EtatIncompatible (R15), ErreurMetier (400, 413, 415), SaisieInvalide
   */
  async examine(requete: RequeteCoopilote, reponse: FastifyReply, id: string): Promise<ClasseurBilanLu> {
    const lire = (): Promise<BilanLu> =>
      entrer(this.base, requete, 'bilan.remplir', async (ctx) => {
        const { bilan } = await this.lecture.load(personne(ctx), id);
        exigerSaisie(personne(ctx), bilan);
        return this.lecture.read(personne(ctx), id);
      });
    await lire();
    const { classeur } = await this.reception.recevoir(requete, reponse);
    const bilan = await lire();
    const questions = questionsPosees(bilan);
    const { version, contenu, intact, presents, refus } = lireBilanEnClasseur(classeur, { ...bilan, questions });
    const enElements = (c: typeof contenu) =>
      elementsBilan(c, questions, bilan.indicateurs).filter(({ cle }) => presents.has(cle));
    return {
      version: bilan.version,
      perime: version !== bilan.version,
      contenu: refus.length ? null : contenu,
      changements: changementsBilan(intact, enElements(contenu), enElements(bilan.contenu)),
      refus,
    };
  }
}
