#pragma once

#include <display/voice/sentence/piece.h>

#include <QByteArray>
#include <QHash>
#include <QString>

#include <tl/expected.hpp>

namespace starqueue::display {

/// What every clip and every sink agrees on: 16 bit, one channel, this many samples a second.
inline constexpr int kSamplesPerSecond = 22050;
inline constexpr int kBytesPerSample = 2;

/// The clips that calls are joined from, and the words that a synthesiser has said.
///
/// Clips are made at build time and lie at :/voice; a hall's own recordings in `folder`, in the same format
/// (16 bit, mono, 22050 Hz) and under the same names, take their place one by one.
class ClipStore
{
public:
    explicit ClipStore(QString folder = {}) : m_folder(std::move(folder)) {}

    /// The first words of these that weren't said yet; null: none.
    [[nodiscard]] const Piece* firstUnsaid(const Pieces& pieces) const;
    void keep(const Piece& words, const QByteArray& samples);

    /// The samples of these pieces with a short pause between them. The error names the clip
    /// that is missing or of another format, and what would be right.
    [[nodiscard]] tl::expected<QByteArray, QString> join(const Pieces& pieces);

private:
    [[nodiscard]] tl::expected<QByteArray, QString> load(const Piece& piece);

    QString m_folder;
    QHash<QString, QByteArray> m_clips;
    QHash<QString, QByteArray> m_words; ///< by their text: no pinyin is English, for its tones
};

/// The samples of a WAV file (RIFF, PCM); the error says what is wrong with it.
[[nodiscard]] tl::expected<QByteArray, QString> readWav(const QByteArray& file);
/// A WAV file of these samples.
[[nodiscard]] QByteArray writeWav(const QByteArray& samples);

} // namespace starqueue::display
