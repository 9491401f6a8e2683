import { StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';

const DOCUMENTS = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

/** A document made here, to save under its name, whose extension says what it is. */
export function remettre(reponse: FastifyReply, { nom, contenu }: { nom: string; contenu: Buffer }): Buffer {
  const genre = nom.split('.').at(-1) as keyof typeof DOCUMENTS;
  void reponse.type(DOCUMENTS[genre]).header('content-disposition', `attachment; filename="${nom}"`);
  return contenu;
}

const MIMES = { png: 'image/png', jpg: 'image/jpeg' } as const;

/** An image that was checked, shown inside a page; its address changes with it. Under its own type alone, whatever it holds. */
export function servirImage(
  reponse: FastifyReply,
  { type, octets }: { type: keyof typeof MIMES; octets: Buffer },
): StreamableFile {
  void reponse.header('cache-control', 'private, max-age=86400');
  return new StreamableFile(octets, { type: MIMES[type], length: octets.length, disposition: 'inline' });
}
