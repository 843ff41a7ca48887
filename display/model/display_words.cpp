#include <display/model/display_words.h>

namespace starqueue::display {

using namespace Qt::StringLiterals;

namespace {

QString translate(const QTranslator& translator, const char* source)
{
    const QString text = translator.translate("DisplayWords", source);
    return text.isEmpty() ? QString::fromUtf8(source) : text;
}

} // namespace

DisplayWords::DisplayWords(const QString& language) : m_chineseFirst(language != "en"_L1)
{
    // Missing ones leave English words: a test sees to it that none is missing.
    [[maybe_unused]] const bool chinese = m_chinese.load(u":/i18n/starqueue_display_zh.qm"_s);
    [[maybe_unused]] const bool english = m_english.load(u":/i18n/starqueue_display_en.qm"_s);
}

DisplayWords::Pair DisplayWords::both(const char* source) const
{
    const QString chinese = translate(m_chinese, source);
    const QString english = translate(m_english, source);
    return m_chineseFirst ? Pair{chinese, english} : Pair{english, chinese};
}

} // namespace starqueue::display
