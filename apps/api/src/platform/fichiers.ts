import { StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';

const MIMES = { png: 'image/png', jpg: 'image/jpeg' } as const;

/** An image that was checked, shown inside a page; its address changes with it. Under its own type alone, whatever it holds. */
export function servirImage(
  reponse: FastifyReply,
  { type, octets }: { type: keyof typeof MIMES; octets: Buffer },
): StreamableFile {
  void reponse.header('cache-control', 'private, max-age=86400');
  return new StreamableFile(octets, { type: MIMES[type], length: octets.length, disposition: 'inline' });
}
