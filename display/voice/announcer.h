#pragma once

#include <client/calls/call_schedule.h>
#include <client/face/face_clock.h>
#include <display/model/display_model.h>
#include <display/voice/audio_sink.h>
#include <display/voice/clip_store.h>
#include <display/voice/synthesiser.h>

#include <optional>

namespace starqueue::display {

using namespace Qt::StringLiterals;

/// Speaks calls one after the other, never two at once; whom, and whether still, the schedule says that the
/// screen shows too.
///
/// A clip that can't be had is logged, and that call isn't spoken; where the words of a sign can't be said,
/// the call is spoken without its place. Lives on one thread.
class Announcer : public QObject
{
    Q_OBJECT

public:
    struct Setup
    {
        ClipStore clips{};
        QString language = u"zh"_s;
        int times = 1; ///< each call is said
    };

    /// All outlive this.
    Announcer(client::CallSchedule& schedule, client::FaceClock clock, AudioSink& sink,
              Synthesiser& synthesiser, Setup setup, QObject* parent = nullptr);

    /// Begins the next sentence if one is due; whenever the schedule has changed.
    void look();

signals:
    /// Another call is spoken, or none.
    void changed();

private:
    void ended();
    void prepare(const client::api::Call& call);
    void takeWords(const QByteArray& samples);
    void speak(const Pieces& pieces);

    client::CallSchedule& m_schedule;
    client::FaceClock m_clock;
    AudioSink& m_sink;
    Synthesiser& m_synthesiser;
    Setup m_setup;
    std::optional<client::api::Call> m_prepared; ///< waits for the words of its sign
    Piece m_words;                               ///< these
};

/// Lets the voice follow what the model takes from the hall, and the picture what is spoken.
void follow(Announcer& voice, DisplayModel& model);

} // namespace starqueue::display
