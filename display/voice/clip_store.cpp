#include <display/voice/clip_store.h>

#include <QFile>
#include <QtEndian>

#include <algorithm>
#include <chrono>

namespace starqueue::display {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::milliseconds kPause{60};
constexpr qsizetype kRiffHead = 12;
constexpr qsizetype kChunkHead = 8;
constexpr qsizetype kFormatSize = 16;
constexpr quint16 kPcm = 1;

bool isOurFormat(const QByteArray& format)
{
    const auto* at = format.constData();
    return format.size() >= kFormatSize && qFromLittleEndian<quint16>(at) == kPcm &&
           qFromLittleEndian<quint16>(at + 2) == 1 &&
           qFromLittleEndian<quint32>(at + 4) == kSamplesPerSecond &&
           qFromLittleEndian<quint16>(at + 14) == kBytesPerSample * 8;
}

template <class Number> QByteArray littleEndian(Number number)
{
    QByteArray bytes(sizeof(Number), '\0');
    qToLittleEndian(number, bytes.data());
    return bytes;
}

QString readError(const QString& path, const QString& why)
{
    return u"voice clip %1: %2"_s.arg(path, why);
}

} // namespace

tl::expected<QByteArray, QString> readWav(const QByteArray& file)
{
    if (file.size() < kRiffHead || !file.startsWith("RIFF") || file.mid(8, 4) != "WAVE")
        return tl::unexpected(u"this is no WAV file"_s);
    bool known = false;
    for (qsizetype at = kRiffHead; at + kChunkHead <= file.size();) {
        const QByteArray name = file.mid(at, 4);
        const auto size = static_cast<qsizetype>(qFromLittleEndian<quint32>(file.constData() + at + 4));
        const QByteArray body = file.mid(at + kChunkHead, size);
        if (name == "fmt ")
            known = isOurFormat(body);
        if (name == "data" && known)
            return body.left(body.size() / kBytesPerSample * kBytesPerSample);
        at += kChunkHead + size + (size & 1);
    }
    return tl::unexpected(u"it isn't 16 bit PCM, one channel, 22050 Hz: convert it to that"_s);
}

QByteArray writeWav(const QByteArray& samples)
{
    const QByteArray format =
        littleEndian(kPcm) + littleEndian<quint16>(1) + littleEndian<quint32>(kSamplesPerSecond) +
        littleEndian<quint32>(kSamplesPerSecond * kBytesPerSample) + littleEndian<quint16>(kBytesPerSample) +
        littleEndian<quint16>(kBytesPerSample * 8);
    const QByteArray body = "WAVEfmt " + littleEndian(static_cast<quint32>(format.size())) + format + "data" +
                            littleEndian(static_cast<quint32>(samples.size())) + samples;
    return "RIFF" + littleEndian(static_cast<quint32>(body.size())) + body;
}

const Piece* ClipStore::firstUnsaid(const Pieces& pieces) const
{
    const auto unsaid = std::ranges::find_if(
        pieces, [this](const Piece& piece) { return piece.isWords() && !m_words->contains(piece.text); });
    return unsaid == pieces.end() ? nullptr : &*unsaid;
}

void ClipStore::keep(const Piece& words, const QByteArray& samples)
{
    m_words->insert(words.text, new QByteArray(samples), samples.size());
}

tl::expected<QByteArray, QString> ClipStore::load(const Piece& piece)
{
    if (const QByteArray* said = piece.isWords() ? m_words->object(piece.text) : nullptr)
        return *said;
    const QString& name = piece.text;
    if (m_clips.contains(name))
        return m_clips.value(name);
    const QString own = recordingOf(piece);
    const QString path = own.isEmpty() ? u":/voice/%1.wav"_s.arg(name) : own;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return tl::unexpected(readError(path, file.errorString()));
    auto samples = readWav(file.readAll());
    if (!samples)
        return tl::unexpected(readError(path, samples.error()));
    m_clips.insert(name, *samples);
    return samples;
}

QString ClipStore::recordingOf(const Piece& piece) const
{
    const QString own = u"%1/%2.wav"_s.arg(m_folder, piece.text);
    return !m_folder.isEmpty() && !piece.isWords() && QFile::exists(own) ? own : QString();
}

std::optional<QByteArray> ClipStore::recorded(const Pieces& pieces)
{
    const bool all =
        std::ranges::all_of(pieces, [this](const Piece& piece) { return !recordingOf(piece).isEmpty(); });
    const auto joined = all ? join(pieces) : tl::unexpected(QString());
    return joined ? std::optional(*joined) : std::nullopt;
}

tl::expected<QByteArray, QString> ClipStore::join(const Pieces& pieces)
{
    QByteArray joined;
    for (const Piece& piece : pieces) {
        const auto clip = load(piece);
        if (!clip)
            return clip;
        joined += (joined.isEmpty() ? QByteArray() : silence(kPause)) + *clip;
    }
    return joined;
}

} // namespace starqueue::display
