#pragma once

#include <client/api/board.h>
#include <display/voice/audio_sink.h>
#include <display/voice/clip_store.h>
#include <display/voice/synthesiser.h>

#include <QList>

#include <optional>

namespace starqueue::display {

/// Speaks calls one after the other, never two at once.
///
/// A call that has been overtaken by its own repetition before its turn is spoken once. A clip that can't be
/// had is logged, and that call isn't spoken; where the words of a sign can't be said, the call is spoken
/// without its place. Lives on one thread.
class Announcer : public QObject
{
    Q_OBJECT

public:
    /// Speaks `language`, each call `times` times.
    Announcer(AudioSink& sink, Synthesiser& synthesiser, ClipStore clips, QString language, int times = 1,
              QObject* parent = nullptr);

    void announce(const starqueue::client::api::Call& call);

private:
    void speakNext();
    void prepare(const client::api::Call& call);
    void takeWords(const QByteArray& samples);
    void speak(const Pieces& pieces);

    AudioSink& m_sink;
    Synthesiser& m_synthesiser;
    ClipStore m_clips;
    QString m_language;
    int m_times;
    QList<client::api::Call> m_queue;
    std::optional<client::api::Call> m_prepared; ///< waits for the words of its sign
    Piece m_words;                               ///< these
    bool m_speaking = false;                     ///< or preparing it
};

} // namespace starqueue::display
