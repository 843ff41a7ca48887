#include <display/voice/clip_store.h>
#include <display/voice/player_sink.h>
#include <display/voice/voice_log.h>

#include <utility>

namespace starqueue::display {

using namespace Qt::StringLiterals;

namespace {

QStringList aplay()
{
    return {"aplay", "-q", "-t", "raw", "-f", "S16_LE", "-c", "1", "-r", QString::number(kSamplesPerSecond)};
}

/// A player may explain itself at length; its last line says what happened.
QString lastWords(QProcess& player)
{
    const QByteArray all = player.readAllStandardError().trimmed();
    return QString::fromLocal8Bit(all.mid(all.lastIndexOf('\n') + 1));
}

} // namespace

PlayerSink::PlayerSink(QStringList command, QObject* parent)
    : AudioSink(parent), m_command(command.isEmpty() ? aplay() : std::move(command))
{
    connect(&m_player, &QProcess::finished, this, [this](int code, QProcess::ExitStatus status) {
        const bool well = code == 0 && status == QProcess::NormalExit;
        end(well ? QString() : u"ended with status %1: %2"_s.arg(code).arg(lastWords(m_player)));
    });
    connect(&m_player, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            end(m_player.errorString());
    });
}

PlayerSink::~PlayerSink()
{
    m_player.disconnect(this);
    m_player.kill();
    m_player.waitForFinished();
}

void PlayerSink::doPlay(const QByteArray& samples)
{
    m_playing = true;
    m_player.start(m_command.first(), m_command.mid(1));
    m_player.write(samples);
    m_player.closeWriteChannel();
}

void PlayerSink::end(const QString& trouble)
{
    if (!std::exchange(m_playing, false))
        return;
    if (!trouble.isEmpty() && !std::exchange(m_complained, true))
        qCWarning(lcVoice) << "calls can't be heard:" << m_command.first() << trouble;
    // Queued: a program that can't be started fails within play().
    QMetaObject::invokeMethod(this, &AudioSink::finished, Qt::QueuedConnection);
}

} // namespace starqueue::display
