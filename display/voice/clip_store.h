#pragma once

#include <display/voice/sentence/piece.h>
#include <display/voice/sound/samples.h>

#include <QByteArray>
#include <QCache>
#include <QHash>
#include <QString>

#include <tl/expected.hpp>

#include <memory>
#include <optional>

namespace starqueue::display {

/// The clips that calls can be joined from, and the sentences that a synthesiser has said.
///
/// Clips are made at build time and lie at :/voice; a hall's own recordings in `folder`, in the same format
/// (16 bit, mono, 22050 Hz) and under the same names, take their place.
class ClipStore
{
public:
    explicit ClipStore(QString folder = {}) : m_folder(std::move(folder)) {}

    static constexpr int kKept = 64 << 20; ///< bytes of what was said: 24 minutes of speech

    /// The first words of these that weren't said yet, or are forgotten by now; null: none.
    [[nodiscard]] const Piece* firstUnsaid(const Pieces& pieces) const;
    void keep(const Piece& words, const QByteArray& samples);

    /// The samples of these pieces with a short pause between them. The error names the clip
    /// that is missing or of another format, and what would be right.
    [[nodiscard]] tl::expected<QByteArray, QString> join(const Pieces& pieces);
    /// These joined where each is a recording of the hall's own; empty: some aren't.
    [[nodiscard]] std::optional<QByteArray> recorded(const Pieces& pieces);

private:
    [[nodiscard]] tl::expected<QByteArray, QString> load(const Piece& piece);
    [[nodiscard]] QString recordingOf(const Piece& piece) const;

    QString m_folder;
    QHash<QString, QByteArray> m_clips;
    /// By their text: no pinyin is English, for its tones. What wasn't used for longest goes first.
    std::unique_ptr<QCache<QString, QByteArray>> m_words =
        std::make_unique<QCache<QString, QByteArray>>(kKept);
};

/// The samples of a WAV file (RIFF, PCM); the error says what is wrong with it.
[[nodiscard]] tl::expected<QByteArray, QString> readWav(const QByteArray& file);
/// A WAV file of these samples.
[[nodiscard]] QByteArray writeWav(const QByteArray& samples);

} // namespace starqueue::display
