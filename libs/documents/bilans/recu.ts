import { elementsBilan, questionsDemandees, type RecuBilan } from '@coopilote/domain/bilans';
import { jourAParis, jourEnLettres, libelleTrimestre } from '@coopilote/domain/commun';
import { LIBELLES_UNITES } from '@coopilote/domain/referentiel';
import type { Ouvrage } from '../modele';

const HEURE = new Intl.DateTimeFormat('fr-FR', { timeZone: 'Europe/Paris', hour: '2-digit', minute: '2-digit' });
const PAR_HUIT = /.{1,8}/g;

/** What proves a sending: who, when, the print of the content, then the content itself, part by part. */
export function composerRecu(recu: RecuBilan, { maintenant }: { maintenant: Date }): Ouvrage {
  const trimestre = libelleTrimestre(recu);
  const transmis = new Date(recu.transmisLe);
  const unites = new Map(recu.indicateurs.map(({ id, unite }) => [`indicateur:${id}`, LIBELLES_UNITES[unite]]));
  return {
    titre: 'Bilan transmis à l’ARS',
    surtitre: recu.cooperative,
    faits: [
      { terme: 'Action', valeur: recu.action },
      { terme: 'Période', valeur: trimestre },
      { terme: 'Structure', valeur: recu.structure },
      {
        terme: 'Transmis',
        valeur: `${jourEnLettres(jourAParis(transmis))} à ${HEURE.format(transmis)}, par ${recu.transmisPar}`,
      },
      { terme: 'Envoi', valeur: `version ${recu.numero}` },
      { terme: 'Empreinte', valeur: `SHA-256 du contenu\u00a0: ${(recu.empreinte.match(PAR_HUIT) ?? []).join(' ')}` },
    ],
    blocs: [
      {
        genre: 'FICHE',
        titre: 'Ce qui a été transmis',
        lignes: elementsBilan(recu.contenu, questionsDemandees(recu.niveau), recu.indicateurs)
          .filter(({ texte }) => texte)
          .map(({ cle, titre, texte }) => ({
            terme: unites.has(cle) ? `${titre} (${unites.get(cle)})` : titre,
            valeur: texte,
          })),
      },
    ],
    auteur: recu.structure,
    sujet: `Reçu du bilan du ${trimestre} – ${recu.action}`,
    bandeau: recu.demonstration ? 'Données de démonstration' : null,
    creeLe: maintenant,
  };
}
