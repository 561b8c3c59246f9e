import type { Config } from '@react-router/dev/config';

export default { appDirectory: 'src/doors', buildDirectory: 'build', ssr: true } satisfies Config;
