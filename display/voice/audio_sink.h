#pragma once

#include <QByteArray>
#include <QObject>

namespace starqueue::display {

/// Where speech goes.
///
/// Plays one piece at a time: play() is called again only after finished(). Each play() ends in
/// exactly one finished(), emitted after play() has returned, also when nothing could be heard.
class AudioSink : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Plays 16 bit samples, one channel, kSamplesPerSecond.
    void play(const QByteArray& samples) { doPlay(samples); }

signals:
    void finished();

private:
    virtual void doPlay(const QByteArray& samples) = 0;
};

} // namespace starqueue::display
