#include <display/voice/announcer.h>
#include <display/voice/phrase.h>
#include <display/voice/voice_log.h>

#include <algorithm>

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

Announcer::Announcer(AudioSink& sink, ClipStore clips, QString language, int times, QObject* parent)
    : QObject(parent), m_sink(sink), m_clips(std::move(clips)), m_language(std::move(language)),
      m_times(std::max(1, times))
{
    connect(&m_sink, &AudioSink::finished, this, [this] {
        m_speaking = false;
        speakNext();
    });
}

void Announcer::announce(const Call& call)
{
    m_queue.removeIf([&](const Call& waiting) { return waiting.ticket == call.ticket; });
    m_queue.append(call);
    speakNext();
}

void Announcer::speakNext()
{
    while (!m_speaking && !m_queue.isEmpty()) {
        const auto samples = m_clips.join(phraseOf(m_queue.takeFirst(), m_language));
        if (!samples) {
            qCWarning(lcVoice) << "a call can't be spoken:" << samples.error();
            continue;
        }
        m_speaking = true;
        m_sink.play(repeated(*samples, m_times));
    }
}

} // namespace starqueue::display
