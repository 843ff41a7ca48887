#pragma once

#include <display/voice/audio_sink.h>

#include <QString>

namespace starqueue::display {

/// Writes each piece to a file of its own: DIRECTORY/call-0001.wav, call-0002.wav, …
/// A file that can't be written is logged and left out.
class WavFileSink : public AudioSink
{
    Q_OBJECT

public:
    explicit WavFileSink(QString directory, QObject* parent = nullptr)
        : AudioSink(parent), m_directory(std::move(directory))
    {}

private:
    void doPlay(const QByteArray& samples) override;

    QString m_directory;
    int m_written = 0;
};

} // namespace starqueue::display
