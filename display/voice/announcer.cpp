#include <display/voice/announcer.h>

#include <display/voice/sentence/phrase.h>
#include <display/voice/sentence/sentence.h>
#include <display/voice/sound/levels.h>
#include <display/voice/voice_log.h>

#include <utility>

namespace starqueue::display {

using client::api::Call;

Q_LOGGING_CATEGORY(lcVoice, "starqueue.display.voice")

namespace {

constexpr std::chrono::milliseconds kAfterChime{150};
constexpr std::chrono::milliseconds kBetweenParts{350};

/// The call as clips name it.
Pieces clipsOf(const client::CallSchedule::Sentence& sentence, const QString& language)
{
    const Phrase phrase = phraseOf(sentence.call, language, sentence.brief);
    return phrase.call + phrase.place;
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
    countTooLate();
    if (!sentence)
        return;
    m_sentence = *sentence;
    m_part = 0;
    sayPart();
    emit changed();
}

void Announcer::countTooLate()
{
    for (const Call& call : m_schedule.takeTooLate())
        qCWarning(lcVoice).noquote() << u"%1 isn't spoken: it would have come more than %2 s after its call "
                                        "(%3 so far)"_s.arg(call.number)
                                            .arg(client::CallSchedule::kLatest.count())
                                            .arg(++m_tooLate);
}

const QString& Announcer::language() const
{
    return m_setup.languages.at(m_part % m_setup.languages.size());
}

int Announcer::parts() const
{
    return m_sentence.brief ? 1 : static_cast<int>(m_setup.languages.size()) * m_setup.times;
}

void Announcer::ended()
{
    const bool goesOn = ++m_part < parts() && m_schedule.goesOn(m_clock.steady());
    countTooLate();
    if (goesOn)
        sayPart();
    else
        endSentence();
}

void Announcer::endSentence()
{
    m_schedule.sentenceEnded();
    look();
    emit changed();
}

void Announcer::sayPart()
{
    if (const auto recorded = m_setup.clips.recorded(clipsOf(m_sentence, language())))
        return play(*recorded);
    const Pieces words = sentenceOf(m_sentence.call, language(), m_sentence.brief);
    const Piece* unsaid = m_setup.clips.firstUnsaid(words);
    if (!unsaid) {
        if (const auto samples = m_setup.clips.join(words))
            play(*samples);
        return;
    }
    m_words = *unsaid;
    m_synthesiser.say(m_words);
}

void Announcer::takeWords(const QByteArray& samples)
{
    if (!samples.isEmpty()) {
        m_setup.clips.keep(m_words, samples);
        return sayPart();
    }
    Pieces pieces = clipsOf(m_sentence, language());
    if (m_setup.clips.firstUnsaid(pieces)) // a sign of words: the screen shows it
        pieces = phraseOf(m_sentence.call, language(), m_sentence.brief).call;
    const auto joined = m_setup.clips.join(pieces);
    if (joined)
        return play(*joined);
    qCWarning(lcVoice) << "a call can't be spoken:" << joined.error();
    endSentence();
}

void Announcer::play(const QByteArray& speech)
{
    const QByteArray before =
        m_part > 0 ? silence(kBetweenParts) : chime(m_sentence.brief) + silence(kAfterChime);
    m_sink.play(before + levelled(speech));
}

void follow(Announcer& voice, DisplayModel& model)
{
    QObject::connect(&model, &DisplayModel::changed, &voice, &Announcer::look);
    QObject::connect(&voice, &Announcer::changed, &model, &DisplayModel::tick);
}

} // namespace starqueue::display
