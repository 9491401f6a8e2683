import { lireTexteRiche } from '@coopilote/domain/commun';
import type { CompteRendu, PointCompteRendu, Presence } from '../compte-rendu/compte-rendu';
import type { Edition } from '../modele';

export const EDITION: Edition = { maintenant: new Date('2026-04-15T09:00:00Z') };

/** Minutes as people write them, with what troubles those who read them back. */
export function compteRendu(autre: Partial<CompteRendu> = {}): CompteRendu {
  return {
    cooperative: 'Diabète en Seine-Saint-Denis',
    instance: 'Comité de pilotage',
    titre: 'Copil d’avril : « où en sommes-nous ? »',
    debut: new Date('2026-04-14T12:00:00Z'),
    fin: new Date('2026-04-14T14:30:00Z'),
    lieu: 'Mairie de Saint-Denis, salle n° 2',
    etat: 'PROJET',
    version: 2,
    presences: [
      { nom: 'Léa Dupont', structure: 'ARS, DD 93', qualite: 'Coordination', statut: 'PRESENT', pouvoirA: null },
      {
        nom: 'Noé Petit',
        structure: 'Les Lilas en forme',
        qualite: 'Membre',
        statut: 'REPRESENTE',
        pouvoirA: 'Léa Dupont',
      },
      { nom: 'Zoë Cœur', structure: null, qualite: 'Habitante', statut: 'EXCUSE', pouvoirA: null },
    ],
    quorum: 'Quorum atteint : 2 membres sur 3',
    intro: lireTexteRiche('<p>Accueil à <strong>14 h</strong>, par <em>Léa Dupont</em>.</p>'),
    points: [
      {
        titre: 'Bilan du 1er trimestre',
        notes: lireTexteRiche(
          '<h2>Ce qui a été dit</h2><p>Voir <a href="https://ars.fr/bilan?a=1&amp;b=2">le bilan</a>.</p>' +
            '<ul><li>41 % d’atteinte ✅</li><li>&lt;script&gt;alert(1)&lt;/script&gt;</li></ul>' +
            '<h3>Ordre de passage</h3><ol><li>premier</li><li>second</li></ol>',
        ),
        decisions: [
          {
            numero: '2026-07',
            texte: 'Reconduire l’action « Marcher ensemble » jusqu’à l’été.',
            issue: 'ADOPTEE',
            mode: 'vote : 7 pour, 1 contre, 2 abstentions',
            changement: 'la fin passe du 31 mai au 31 août',
          },
          { numero: '2026-08', texte: 'Changer de salle.', issue: 'REPORTEE', mode: 'consensus', changement: null },
        ],
        taches: [
          { quoi: 'Envoyer le calendrier', qui: 'Noé Petit', echeance: '2026-05-01' },
          { quoi: 'Réserver la salle', qui: 'Léa Dupont', echeance: null },
        ],
      },
    ],
    conclusion: lireTexteRiche('<p>Prochaine séance en juin.</p>'),
    piecesJointes: ['Bilan T1.pdf', 'Budget – œuvre.xlsx'],
    demonstration: false,
    ...autre,
  };
}

/** A heavy meeting: `points` points of the agenda, `presents` attendees. */
export function grandCompteRendu(points: number, presents: number, mots = 180): CompteRendu {
  const [modele] = compteRendu().points;
  const phrase = 'La coopérative poursuit le repérage précoce auprès des publics éloignés du soin. ';
  return compteRendu({
    presences: Array.from({ length: presents }, (_, i): Presence => ({
      nom: `Personne n° ${i + 1}`,
      structure: `Structure partenaire de la commune n° ${i % 7}`,
      qualite: 'Membre',
      statut: i % 5 ? 'PRESENT' : 'EXCUSE',
      pouvoirA: null,
    })),
    points: Array.from({ length: points }, (_, i): PointCompteRendu => ({
      titre: `Point d’étape n° ${i + 1}`,
      notes: lireTexteRiche(`<p>${phrase.repeat(mots / 12)}</p>`.repeat(4)),
      decisions: modele?.decisions ?? [],
      taches: modele?.taches ?? [],
    })),
  });
}
