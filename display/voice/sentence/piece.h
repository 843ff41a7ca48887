#pragma once

#include <QList>
#include <QString>

namespace starqueue::display {

/// One stretch of a spoken call: a clip by its name, or words that a synthesiser says.
struct Piece
{
    /// Pinyin: syllables with their tones.
    enum class Kind { Clip, Pinyin, English };

    Kind kind = Kind::Clip;
    QString text{}; ///< of a clip "LANGUAGE/NAME" as make_clips.sh names it

    [[nodiscard]] bool isWords() const { return kind != Kind::Clip; }
    bool operator==(const Piece&) const = default;
};

using Pieces = QList<Piece>;

} // namespace starqueue::display
