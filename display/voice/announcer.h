#pragma once

#include <client/calls/call_schedule.h>
#include <client/face/face_clock.h>
#include <display/model/display_model.h>
#include <display/voice/audio_sink.h>
#include <display/voice/clip_store.h>
#include <display/voice/synthesiser.h>

#include <QStringList>

namespace starqueue::display {

using namespace Qt::StringLiterals;

/// Speaks calls one after the other, never two at once; whom, and whether still, the schedule says that the
/// screen shows too.
///
/// A chime, then the whole sentence in each language, all equally loud. With others waiting a call is said
/// briefly, in the first language alone. A hall's own recordings take the place of a sentence whose every
/// part they have. Where the synthesiser can't say one, the built-in clips are joined. What can't be said at
/// all is logged, and so is what comes too late. Lives on one thread.
class Announcer : public QObject
{
    Q_OBJECT

public:
    struct Setup
    {
        ClipStore clips{};
        QStringList languages{u"zh"_s, u"en"_s}; ///< in their order
        int times = 1; ///< each call is said; never more than once with others waiting
    };

    /// All outlive this.
    Announcer(client::CallSchedule& schedule, client::FaceClock clock, AudioSink& sink,
              Synthesiser& synthesiser, Setup setup, QObject* parent = nullptr);

    /// Begins the next sentence if one is due; whenever the schedule has changed.
    void look();
    /// How many calls weren't spoken because they would have come too late.
    [[nodiscard]] int tooLate() const { return m_tooLate; }

signals:
    /// Another call is spoken, or none.
    void changed();

private:
    void ended();
    void endSentence();
    void countTooLate();
    void sayPart();
    void takeWords(const QByteArray& samples);
    void play(const QByteArray& speech);
    [[nodiscard]] const QString& language() const;
    [[nodiscard]] int parts() const;

    client::CallSchedule& m_schedule;
    client::FaceClock m_clock;
    AudioSink& m_sink;
    Synthesiser& m_synthesiser;
    Setup m_setup;
    client::CallSchedule::Sentence m_sentence; ///< under way
    int m_part = 0;                            ///< of it: a language, or one of its repetitions
    Piece m_words;                             ///< the synthesiser is asked for
    int m_tooLate = 0;
};

/// Lets the voice follow what the model takes from the hall, and the picture what is spoken.
void follow(Announcer& voice, DisplayModel& model);

} // namespace starqueue::display
