#pragma once

#include <display/voice/audio_sink.h>

#include <QProcess>
#include <QStringList>

namespace starqueue::display {

/// Plays through a program that takes raw samples on its standard input: aplay of ALSA.
/// Where it can't be started or fails, that is logged once and the screen goes on without a voice.
class PlayerSink : public AudioSink
{
    Q_OBJECT

public:
    /// `command`: program and arguments; empty: aplay on the default device.
    explicit PlayerSink(QStringList command = {}, QObject* parent = nullptr);
    ~PlayerSink() override;

private:
    void doPlay(const QByteArray& samples) override;
    void end(const QString& trouble);

    QStringList m_command;
    QProcess m_player;
    bool m_playing = false;
    bool m_complained = false;
};

} // namespace starqueue::display
