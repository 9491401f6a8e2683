import type { BilanAnnuelLu, BilansAnnuels, DevenirAction } from '@coopilote/domain/bilans';
import type { Jour } from '@coopilote/domain/commun';
import { horlogeVecue, type ClientDemonstration } from './client';
import type { DemoCooperative } from './donnees';

const BILANS = '/api/bilans-annuels';
const CA: DemoCooperative['cle'] = 'publics-invisibles-78';

/** Invented for the demonstration. */
const TEXTES = {
  synthese:
    'Les actions prévues ont presque toutes tenu leur calendrier. Les maraudes et les stands touchent des personnes qui ne venaient dans aucune structure ; les orientations vers le soin restent plus lentes que prévu, faute de créneaux.\nLes neuf promoteurs se sont réunis chaque trimestre.',
  enseignements:
    'Les rendez-vous pris sur place, avec un professionnel présent, aboutissent deux fois plus souvent que les orientations sur papier.\nLes habitants relais disent mieux que les affiches où et quand venir.',
  perspectives:
    'Ouvrir des créneaux réservés avec l’hôpital et le centre de santé, et revoir la place des stands dans le parcours.',
};
const SUITES: readonly { devenir: DevenirAction; synthese: string; motif: string }[] = [
  {
    devenir: 'RECONDUITE',
    synthese: 'L’action a trouvé son public et son rythme. L’équipe est stable depuis le printemps.',
    motif: 'Les résultats sont proches de la prévision et les partenaires souhaitent continuer.',
  },
  {
    devenir: 'MODIFIEE',
    synthese: 'Le format a bien marché en centre-ville, moins dans les quartiers éloignés des transports.',
    motif: 'Moins de dates, mais sur des lieux que le public fréquente déjà.',
  },
  {
    devenir: 'RECONDUITE',
    synthese: 'Les séances ont été tenues malgré deux départs. Le nombre de personnes suivies progresse.',
    motif: 'L’action répond à un besoin que personne d’autre ne couvre.',
  },
];

/** Last year's report of a CA, adopted; this year's, begun by its delegation and by one of its structures. */
export async function loadAnnualReports(
  dd: ClientDemonstration,
  cooperativeId: string,
  { cle, actions }: DemoCooperative,
  aujourdhui: Jour,
  partenaire: (structure: string) => Promise<ClientDemonstration>,
): Promise<void> {
  if (cle !== CA) return;
  const annee = Number(aujourdhui.slice(0, 4));
  const { ouvrables } = await dd.get<BilansAnnuels>(`${BILANS}?cooperative=${cooperativeId}`);
  const porteur = (intitule: string): Promise<ClientDemonstration> =>
    partenaire(actions.find((a) => a.intitule === intitule)?.structure ?? '');
  const ouvrir = (quelle: number): Promise<BilanAnnuelLu> => dd.post(BILANS, { cooperativeId, annee: quelle });
  const ecrire = async ({ id, contenu }: BilanAnnuelLu, nombre: number): Promise<void> => {
    for (const [rang, { ficheActionId, intitule }] of contenu.actions.slice(0, nombre).entries()) {
      const dit = SUITES[rang % SUITES.length];
      const qui = await porteur(intitule);
      await qui.put(`${BILANS}/${id}/volets/${ficheActionId}`, {
        ...{ synthese: dit?.synthese, proposition: dit?.devenir, motifProposition: dit?.motif, version: 1 },
      });
    }
  };
  if (ouvrables.includes(annee - 1)) {
    const tenue = `${annee}-01-28` < aujourdhui ? `${annee}-01-28` : aujourdhui;
    await horlogeVecue.au(tenue, async () => {
      const bilan = await ouvrir(annee - 1);
      await ecrire(bilan, bilan.contenu.actions.length);
      await dd.patch(`${BILANS}/${bilan.id}`, { ...TEXTES, version: bilan.version });
      await adopt(dd, bilan.id);
    });
  }
  if (ouvrables.includes(annee)) {
    const bilan = await ouvrir(annee);
    await ecrire(bilan, 1);
  }
}

/** Presented, decided as its structures proposed, adopted. */
async function adopt(dd: ClientDemonstration, id: string): Promise<void> {
  const passer = async (vers: string): Promise<BilanAnnuelLu> => {
    const { version } = await dd.get<BilanAnnuelLu>(`${BILANS}/${id}`);
    return dd.post<BilanAnnuelLu>(`${BILANS}/${id}/transitions`, { vers, version });
  };
  const { volets } = await passer('PRESENTE');
  for (const { ficheActionId, proposition, motifProposition, version } of volets) {
    await dd.put(`${BILANS}/${id}/decisions/${ficheActionId}`, {
      decision: proposition,
      motif: motifProposition,
      version,
    });
  }
  await passer('ADOPTE');
}
