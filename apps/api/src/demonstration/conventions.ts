import { ajouterJours, type Jour } from '@coopilote/domain/commun';
import type { ActeLu, ConventionLue, PartieLue } from '@coopilote/domain/conventions';
import type { PieceLue } from '@coopilote/domain/pieces';
import { horlogeVecue, type ClientDemonstration } from './client';
import type { DemoCooperative } from './donnees';

/** How far a CA's convention has come: signed so many days ago, or waiting for the signature of the last parties. */
type Avancement = { signeeDepuis: number } | { manquent: number };
const AVANCEMENTS: Partial<Record<DemoCooperative['cle'], Avancement>> = {
  'publics-invisibles-78': { signeeDepuis: 290 },
  'langage-cps-95': { signeeDepuis: 120 },
  'errance-92': { manquent: 2 },
};
const JOURS_DE_RELECTURE = 20;

/** The convention of a CA, drawn from its programme, sent to be read, frozen, signed by copies. */
export async function loadConvention(
  dd: ClientDemonstration,
  cooperativeId: string,
  cle: DemoCooperative['cle'],
  aujourdhui: Jour,
): Promise<void> {
  const avancement = AVANCEMENTS[cle];
  if (!avancement) return;
  const signee = ajouterJours(aujourdhui, -('signeeDepuis' in avancement ? avancement.signeeDepuis : 6));
  await horlogeVecue.au(ajouterJours(signee, -JOURS_DE_RELECTURE), async () => {
    const convention = await dd.post<ConventionLue>('/api/conventions', { cooperativeId, dureeMois: 12 });
    await name(dd, convention);
    const acte = convention.actes[0]?.id ?? '';
    await move(dd, acte, 'RELECTURE');
    await horlogeVecue.au(signee, async () => {
      await move(dd, acte, 'PRET');
      const { parties } = await move(dd, acte, 'EN_SIGNATURE');
      const manquent = 'manquent' in avancement ? avancement.manquent : 0;
      for (const { id } of parties.slice(0, parties.length - manquent)) await sign(dd, acte, id, signee);
    });
  });
}

/** Names who represents each party, and who signs for it in the application when it has accounts. */
async function name(
  dd: ClientDemonstration,
  { id, version, parties, signatairesPossibles }: ConventionLue,
): Promise<void> {
  const signataire = (p: PartieLue): string | null =>
    signatairesPossibles.find((s) => s.structureId === p.structureId)?.id ?? null;
  await dd.put(`/api/conventions/${id}/parties`, {
    version,
    parties: parties.map((p) => ({
      id: p.id,
      genre: p.genre,
      structureId: p.structureId,
      nom: p.nom,
      representant: p.representant ?? 'Hélène Marchand',
      qualite: p.genre === 'ARS' ? 'Directrice de la délégation départementale' : (p.qualite ?? 'Représentant légal'),
      signataireId: signataire(p),
    })),
  });
}

async function move(dd: ClientDemonstration, acteId: string, vers: ActeLu['etat']): Promise<ActeLu> {
  const { version } = await dd.get<ActeLu>(`/api/actes/${acteId}`);
  return dd.post<ActeLu>(`/api/actes/${acteId}/transitions`, { vers, version });
}

/** Deposits the copy that a party would have signed by hand: the frozen document itself. */
async function sign(dd: ClientDemonstration, acteId: string, partieId: string, signeLe: Jour): Promise<void> {
  const document = await dd.download(`/api/actes/${acteId}/document.pdf`);
  const adresse = `/api/pieces?objet=ACTE&objetId=${acteId}`;
  const piece = await dd.upload<PieceLue>(adresse, `copie-signee-${partieId.slice(0, 8)}.pdf`, document);
  await dd.post(`/api/actes/${acteId}/signatures`, { partieId, signeLe, pieceId: piece.id });
}
