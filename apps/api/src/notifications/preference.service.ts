import { Inject, Injectable } from '@nestjs/common';
import {
  EtatIncompatible,
  Introuvable,
  PreferenceMessage,
  Utilisateur,
  type Contexte,
  type ContextePersonne,
} from '@coopilote/db';
import {
  choixEffectif,
  GENRES,
  GENRES_FACULTATIFS,
  GENRES_MESSAGE,
  type ChoixMessage,
  type DesabonnementLu,
  type GenreMessage,
  type PreferenceLue,
} from '@coopilote/domain/notifications';
import { CONFIG, type Config } from '../platform/config';
import { personneDesabonnee } from './desabonnement';
import { writePreferences } from './notification.queries';

/** How each kind of message reaches a person: their own affair, and nobody else's. */
@Injectable()
export class PreferencesService {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  async list(ctx: ContextePersonne): Promise<PreferenceLue[]> {
    return this.listOf(ctx, ctx.identite.utilisateurId);
  }

  /** @throws Introuvable for a kind that does not exist; EtatIncompatible for one that is due. */
  async choose(ctx: ContextePersonne, genre: string, choix: ChoixMessage): Promise<PreferenceLue> {
    if (!estGenre(genre)) throw new Introuvable('Ce genre de message');
    if (GENRES[genre].obligatoire) {
      throw new EtatIncompatible(
        `${GENRES[genre].libelle}\u00a0: une réponse ou une présence est attendue, ces messages partent toujours tout de suite.`,
      );
    }
    await writePreferences(ctx, ctx.identite.utilisateurId, [genre], choix);
    return { genre, choix };
  }

  /** @throws Introuvable for a link that is not ours, or of a person who is gone. */
  async readLink(ctx: Contexte, jeton: string): Promise<DesabonnementLu> {
    const { id, courriel } = await this.personneDe(ctx, jeton);
    const preferences = await this.listOf(ctx, id);
    return {
      courriel,
      fait: preferences.every(({ genre, choix }) => GENRES[genre].obligatoire || choix === 'JAMAIS'),
    };
  }

  /** Switches off all that may be; asking twice changes nothing more. */
  async switchOff(ctx: Contexte, jeton: string): Promise<void> {
    const { id } = await this.personneDe(ctx, jeton);
    await writePreferences(ctx, id, GENRES_FACULTATIFS, 'JAMAIS');
  }

  private async listOf(ctx: Contexte, utilisateurId: string): Promise<PreferenceLue[]> {
    const choisies = await ctx.manager.findBy(PreferenceMessage, { utilisateurId });
    return GENRES_MESSAGE.map((genre) => ({
      genre,
      choix: choixEffectif(genre, choisies.find((p) => p.genre === genre)?.choix ?? null),
    }));
  }

  private async personneDe(ctx: Contexte, jeton: string): Promise<Utilisateur> {
    const id = personneDesabonnee(this.config, jeton);
    const personne = id && (await ctx.manager.findOneBy(Utilisateur, { id, actif: true }));
    if (!personne) throw new Introuvable('Ce lien');
    return personne;
  }
}

function estGenre(valeur: string): valeur is GenreMessage {
  return (GENRES_MESSAGE as readonly string[]).includes(valeur);
}
