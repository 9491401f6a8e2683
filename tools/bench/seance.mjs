const ATTENDEES = 30;
const POINTS = 12;
const CHANGES = 20;

/**
 * A séance of 12 points and 30 attendees, held through the API.
 *
 * @param {string} address of the API
 * @param {string} token of a coordinator's session
 * @param {string} cooperativeId
 * @returns {Promise<{ wall: number[], minutes: number }>} milliseconds: from a decision being sent to the wall having read
 *   it, for each of twenty; and from « Clore la séance » to the thirty messages with their PDF standing in the outbox
 */
export async function measureSeance(address, token, cooperativeId) {
  const cookie = `coopilote=${token}`;
  const call = async (method, path, body) => {
    const response = await fetch(`${address}/api${path}`, {
      method,
      headers: { cookie, ...(body ? { 'content-type': 'application/json' } : {}) },
      body: body && JSON.stringify(body),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path} : ${response.status} ${text.slice(0, 300)}`);
    return text ? JSON.parse(text) : undefined;
  };
  const instance = await call('POST', `/cooperatives/${cooperativeId}/instances`, {
    genre: 'COTECH',
    intitule: `Séance mesurée ${Date.now()}`,
  });
  for (let i = 0; i < ATTENDEES; i++) {
    await call('POST', `/instances/${instance.id}/membres`, {
      qualite: 'HABITANT',
      titulaireNom: `Personne ${i}`,
      titulaireCourriel: `personne${i}@bench.test`,
      debut: '2024-01-01',
    });
  }
  const year = new Date().getFullYear() + 1;
  const meeting = await call('POST', '/reunions', {
    instanceId: instance.id,
    debut: `${year}-03-15T14:00`,
    duree: 120,
  });
  const path = `/reunions/${meeting.id}`;
  const { version } = await call('PUT', `${path}/points`, {
    version: meeting.version,
    points: Array.from({ length: POINTS }, (_, i) => ({ titre: `Point ${i}`, duree: 10, genre: 'LIBRE' })),
  });
  const convened = await call('POST', `${path}/transitions`, { vers: 'CONVOQUEE', version });
  const open = await call('POST', `${path}/transitions`, { vers: 'EN_SEANCE', version: convened.version });

  const wall = [];
  const follower = await follow(`${address}/api${path}/direct`, cookie);
  await follower.next();
  for (let i = 0; i < CHANGES; i++) {
    const point = open.points[i % POINTS];
    const start = performance.now();
    const seen = follower.next().then(() => call('GET', `${path}/seance`));
    await call('POST', `${path}/decisions`, {
      pointId: point.id,
      texte: `Décision ${i}`,
      issue: 'ADOPTEE',
      mode: 'CONSENSUS',
    });
    await seen;
    wall.push(performance.now() - start);
  }
  follower.stop();
  for (const { id } of open.points) {
    await call('POST', `${path}/taches`, {
      pointId: id,
      quoi: 'Rappeler la mairie',
      participantId: open.participants[0].id,
    });
  }

  const before = await call('GET', path);
  const start = performance.now();
  await call('POST', `${path}/transitions`, { vers: 'CLOSE', version: before.version });
  const draft = await call('GET', `${path}/compte-rendu`);
  await call('POST', `${path}/compte-rendu/transitions`, { vers: 'VALIDE', envoyer: true, version: draft.version });
  return { wall, minutes: performance.now() - start };
}

/** Events of a stream, one at a time. */
async function follow(url, cookie) {
  const controller = new AbortController();
  const response = await fetch(url, { headers: { cookie, accept: 'text/event-stream' }, signal: controller.signal });
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let buffer = '';
  return {
    async next() {
      while (!buffer.includes('event: change')) {
        const { value, done } = await reader.read();
        if (done) throw new Error('Le flux de la séance s’est fermé.');
        buffer += value;
      }
      buffer = buffer.slice(buffer.indexOf('event: change') + 'event: change'.length);
    },
    stop: () => controller.abort(),
  };
}
