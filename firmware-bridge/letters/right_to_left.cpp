#include <firmware-bridge/letters/right_to_left.h>

#include <unicode/ubidi.h>
#include <unicode/ushape.h>

#include <algorithm>
#include <memory>
#include <vector>

namespace starqueue::bridge {

namespace {

const UChar* icu(const QString& text)
{
    return reinterpret_cast<const UChar*>(text.utf16());
}

QString shaped(const QString& text)
{
    UErrorCode error = U_ZERO_ERROR;
    std::vector<UChar> out(static_cast<std::size_t>(text.size()) * 2 + 1);
    const int length = u_shapeArabic(
        icu(text), static_cast<int>(text.size()), out.data(), static_cast<int>(out.size()),
        U_SHAPE_LETTERS_SHAPE | U_SHAPE_LENGTH_GROW_SHRINK | U_SHAPE_TEXT_DIRECTION_LOGICAL, &error);
    return U_FAILURE(error) ? text : QString::fromUtf16(out.data(), length);
}

} // namespace

QString inPrintedOrder(const QString& text)
{
    const bool turns = std::any_of(text.begin(), text.end(), [](QChar character) {
        return character.direction() == QChar::DirR || character.direction() == QChar::DirAL;
    });
    if (!turns)
        return text;
    const QString logical = shaped(text);
    UErrorCode error = U_ZERO_ERROR;
    const std::unique_ptr<UBiDi, decltype(&ubidi_close)> bidi(ubidi_open(), ubidi_close);
    ubidi_setPara(bidi.get(), icu(logical), static_cast<int>(logical.size()), UBIDI_DEFAULT_LTR, nullptr,
                  &error);
    std::vector<UChar> out(static_cast<std::size_t>(logical.size()) + 1);
    const int length = ubidi_writeReordered(bidi.get(), out.data(), static_cast<int>(out.size()),
                                            UBIDI_DO_MIRRORING | UBIDI_REMOVE_BIDI_CONTROLS, &error);
    return U_FAILURE(error) ? text : QString::fromUtf16(out.data(), length);
}

// Presentation forms lie side by side: isolated, final, initial, medial. Printers' sets have the first and
// the third of most letters, and draw them for the second and the fourth.
QString shapesLike(QChar character)
{
    const QString base = QString(character).normalized(QString::NormalizationForm_KC);
    QString shapes;
    for (const int step : {-1, 1, -2, 2, -3, 3}) {
        const QChar near(static_cast<char16_t>(character.unicode() + step));
        if (QString(near).normalized(QString::NormalizationForm_KC) == base)
            shapes += near;
    }
    return shapes == base ? QString() : shapes + base;
}

} // namespace starqueue::bridge
