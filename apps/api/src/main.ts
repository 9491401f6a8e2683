import 'reflect-metadata';
import { creerApplication } from './application';
import { lireConfig } from './platform/config';

const config = lireConfig();
const app = await creerApplication(config, { silencieux: true });
await app.listen(config.port, process.env['HOST'] ?? '0.0.0.0');
