// How the phone's page hears the hall: an event stream read by hand, so that a browser which runs a page ahead of the clock
// isn't held up by it, as it is by an EventSource.

/** The messages of a stream of bytes, read as JSON, as they come. */
export async function* messagesOf(bytes) {
  const reader = bytes.getReader();
  const decoder = new TextDecoder();
  let heard = '';
  for (let { done, value } = await reader.read(); !done; { done, value } = await reader.read()) {
    heard += decoder.decode(value, { stream: true });
    const messages = heard.split('\n\n');
    heard = messages.pop();
    for (const message of messages)
      if (message.startsWith('data: ')) yield JSON.parse(message.slice('data: '.length));
  }
}
