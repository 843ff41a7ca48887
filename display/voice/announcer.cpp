#include <display/voice/announcer.h>
#include <display/voice/sentence/phrase.h>
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

Announcer::Announcer(client::CallSchedule& schedule, client::FaceClock clock, AudioSink& sink,
                     Synthesiser& synthesiser, Setup setup, QObject* parent)
    : QObject(parent), m_schedule(schedule), m_clock(std::move(clock)), m_sink(sink),
      m_synthesiser(synthesiser), m_setup(std::move(setup))
{
    connect(&m_sink, &AudioSink::finished, this, &Announcer::ended);
    connect(&m_synthesiser, &Synthesiser::said, this, &Announcer::takeWords);
}

void Announcer::look()
{
    const auto sentence = m_schedule.nextSentence(m_clock.steady());
    for (const Call& call : m_schedule.takeTooLate())
        qCInfo(lcVoice).noquote() << call.number << "isn't spoken: it would have come too late";
    if (!sentence)
        return;
    prepare(sentence->call);
    emit changed();
}

void Announcer::ended()
{
    m_schedule.sentenceEnded();
    look();
    emit changed();
}

void Announcer::prepare(const Call& call)
{
    const Phrase phrase = phraseOf(call, m_setup.language);
    const Piece* unsaid = m_setup.clips.firstUnsaid(phrase.place);
    if (!unsaid)
        return speak(phrase.call + phrase.place);
    m_prepared = call;
    m_words = *unsaid;
    m_synthesiser.say(m_words);
}

void Announcer::takeWords(const QByteArray& samples)
{
    const auto call = std::exchange(m_prepared, std::nullopt);
    if (!call)
        return;
    if (samples.isEmpty()) {
        speak(phraseOf(*call, m_setup.language).call);
    } else {
        m_setup.clips.keep(m_words, samples);
        prepare(*call);
    }
}

void Announcer::speak(const Pieces& pieces)
{
    const auto samples = m_setup.clips.join(pieces);
    if (!samples) {
        qCWarning(lcVoice) << "a call can't be spoken:" << samples.error();
        // Queued: the next one may be as bad.
        QMetaObject::invokeMethod(this, &Announcer::ended, Qt::QueuedConnection);
        return;
    }
    m_sink.play(repeated(*samples, m_setup.times));
}

void follow(Announcer& voice, DisplayModel& model)
{
    QObject::connect(&model, &DisplayModel::changed, &voice, &Announcer::look);
    QObject::connect(&voice, &Announcer::changed, &model, &DisplayModel::tick);
}

} // namespace starqueue::display
