#include <display/voice/audio_sink.h>
#include <display/voice/clip_store.h>
#include <display/voice/espeak.h>
#include <display/voice/voice_log.h>

#include <QtEndian>

#include <utility>

namespace starqueue::display {

namespace {

/// One announcer in both languages. English of Great Britain: under its full name it has no variants.
QString voiceOf(Piece::Kind kind)
{
    return kind == Piece::Kind::Pinyin ? u"cmn-latn-pinyin+f3"_s : u"en+f3"_s;
}

} // namespace

Espeak::Espeak(QString program, QObject* parent) : Synthesiser(parent), m_program(std::move(program))
{
    m_limit.setSingleShot(true);
    m_limit.setInterval(kPatience);
    connect(&m_limit, &QTimer::timeout, &m_process, &QProcess::kill);
    connect(&m_process, &QProcess::finished, this, [this](int code, QProcess::ExitStatus status) {
        const auto samples = readWav(m_process.readAllStandardOutput());
        if (code != 0 || status != QProcess::NormalExit)
            end({}, u"ended with status %1"_s.arg(code));
        else if (!samples)
            end({}, samples.error());
        else
            end(withoutSilence(*samples), u"said nothing"_s);
    });
    connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            end({}, m_process.errorString());
    });
}

Espeak::~Espeak()
{
    m_process.disconnect(this);
    m_process.kill();
    m_process.waitForFinished();
}

void Espeak::doSay(const Piece& words)
{
    m_words = words;
    m_speaking = true;
    m_limit.start();
    m_process.start(m_program, {"-v", voiceOf(words.kind), "-s", "150", "--stdin", "--stdout"});
    m_process.write(words.text.toUtf8() + '\n');
    m_process.closeWriteChannel();
}

void Espeak::end(const QByteArray& samples, const QString& trouble)
{
    if (!std::exchange(m_speaking, false))
        return;
    m_limit.stop();
    if (samples.isEmpty())
        qCWarning(lcVoice).noquote() << u"\"%1\" can't be said: %2 %3"_s.arg(m_words.text, m_program,
                                                                             trouble);
    // Queued: a program that can't be started fails within say().
    QMetaObject::invokeMethod(
        this, [this, samples] { emit said(samples); }, Qt::QueuedConnection);
}

QByteArray withoutSilence(const QByteArray& samples)
{
    constexpr int kSilent = 164; // a half percent of the loudest, as in make_clips.sh
    const auto isSilent = [&samples](qsizetype at) {
        return std::abs(int{qFromLittleEndian<qint16>(samples.constData() + at)}) < kSilent;
    };
    qsizetype from = 0;
    qsizetype to = samples.size() / kBytesPerSample * kBytesPerSample;
    while (from < to && isSilent(from))
        from += kBytesPerSample;
    while (to > from && isSilent(to - kBytesPerSample))
        to -= kBytesPerSample;
    return samples.mid(from, to - from);
}

} // namespace starqueue::display
