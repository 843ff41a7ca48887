#include <display/voice/announcer.h>
#include <display/voice/phrase.h>
#include <display/voice/voice_log.h>

#include <algorithm>
#include <utility>

namespace starqueue::display {

using client::api::Call;

Q_LOGGING_CATEGORY(lcVoice, "starqueue.display.voice")

namespace {

QByteArray repeated(const QByteArray& samples, int times)
{
    const QByteArray pause(kSamplesPerSecond * kBytesPerSample / 2, '\0');
    QByteArray all = samples;
    for (int i = 1; i < times; ++i)
        all += pause + samples;
    return all;
}

} // namespace

Announcer::Announcer(AudioSink& sink, Synthesiser& synthesiser, ClipStore clips, QString language, int times,
                     QObject* parent)
    : QObject(parent), m_sink(sink), m_synthesiser(synthesiser), m_clips(std::move(clips)),
      m_language(std::move(language)), m_times(std::max(1, times))
{
    connect(&m_sink, &AudioSink::finished, this, [this] {
        m_speaking = false;
        speakNext();
    });
    connect(&m_synthesiser, &Synthesiser::said, this, &Announcer::takeWords);
}

void Announcer::announce(const Call& call)
{
    m_queue.removeIf([&](const Call& waiting) { return waiting.ticket == call.ticket; });
    m_queue.append(call);
    speakNext();
}

void Announcer::speakNext()
{
    while (!m_speaking && !m_queue.isEmpty())
        prepare(m_queue.takeFirst());
}

void Announcer::prepare(const Call& call)
{
    const Phrase phrase = phraseOf(call, m_language);
    const Piece* unsaid = m_clips.firstUnsaid(phrase.place);
    if (!unsaid)
        return speak(phrase.call + phrase.place);
    m_speaking = true;
    m_prepared = call;
    m_words = *unsaid;
    m_synthesiser.say(m_words);
}

void Announcer::takeWords(const QByteArray& samples)
{
    const auto call = std::exchange(m_prepared, std::nullopt);
    if (!call)
        return;
    m_speaking = false;
    if (samples.isEmpty()) {
        speak(phraseOf(*call, m_language).call);
    } else {
        m_clips.keep(m_words, samples);
        prepare(*call);
    }
    speakNext();
}

void Announcer::speak(const Pieces& pieces)
{
    const auto samples = m_clips.join(pieces);
    if (!samples) {
        qCWarning(lcVoice) << "a call can't be spoken:" << samples.error();
        return;
    }
    m_speaking = true;
    m_sink.play(repeated(*samples, m_times));
}

} // namespace starqueue::display
