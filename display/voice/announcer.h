#pragma once

#include <client/api/board.h>
#include <display/voice/audio_sink.h>
#include <display/voice/clip_store.h>

#include <QList>

namespace starqueue::display {

/// Speaks calls one after the other, never two at once.
///
/// A call that has been overtaken by its own repetition before its turn is spoken once. A clip that
/// can't be had is logged, and that call isn't spoken. Lives on one thread.
class Announcer : public QObject
{
    Q_OBJECT

public:
    /// Speaks `language`, each call `times` times.
    Announcer(AudioSink& sink, ClipStore clips, QString language, int times = 1, QObject* parent = nullptr);

    void announce(const starqueue::client::api::Call& call);

private:
    void speakNext();

    AudioSink& m_sink;
    ClipStore m_clips;
    QString m_language;
    int m_times;
    QList<client::api::Call> m_queue;
    bool m_speaking = false;
};

} // namespace starqueue::display
