import { chatModelContract } from '../contracts/chat-model.ts';

chatModelContract('openai', { refuses: true });
chatModelContract('anthropic', { refuses: true });
// Ollama's protocol has no sign of a refusal.
chatModelContract('ollama', { refuses: false });
