#include <display/voice/clip_store.h>
#include <display/voice/voice_log.h>
#include <display/voice/wav_file_sink.h>

#include <QSaveFile>

namespace starqueue::display {

using namespace Qt::StringLiterals;

void WavFileSink::doPlay(const QByteArray& samples)
{
    QSaveFile file(u"%1/call-%2.wav"_s.arg(m_directory).arg(++m_written, 4, 10, QLatin1Char('0')));
    const QByteArray wav = writeWav(samples);
    if (!file.open(QIODevice::WriteOnly) || file.write(wav) != wav.size() || !file.commit())
        qCWarning(lcVoice) << "a call can't be written to" << file.fileName() << ":" << file.errorString();
    QMetaObject::invokeMethod(this, &AudioSink::finished, Qt::QueuedConnection);
}

} // namespace starqueue::display
