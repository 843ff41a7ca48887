#pragma once

#include <client/api/values.h>

#include <QString>
#include <QTranslator>

namespace starqueue::display {

/// The display's own words in both languages at once: a public screen speaks to everybody.
///
/// Sources are English and marked with QT_TRANSLATE_NOOP("DisplayWords", …); the translations are
/// i18n/starqueue_display_{zh,en}.ts. A source without translation stands for itself.
class DisplayWords
{
public:
    struct Pair
    {
        QString main;
        QString other;
    };

    /// `language`, "zh" or "en", is the one that stands first and large.
    explicit DisplayWords(const QString& language);

    [[nodiscard]] bool chineseFirst() const { return m_chineseFirst; }
    [[nodiscard]] Pair both(const char* source) const;
    [[nodiscard]] QString main(const char* source) const { return both(source).main; }
    /// A name of the hall's in the language that stands first, and in the other one.
    [[nodiscard]] const QString& mainOf(const client::api::Name& name) const
    {
        return m_chineseFirst ? name.zh : name.en;
    }
    [[nodiscard]] const QString& otherOf(const client::api::Name& name) const
    {
        return m_chineseFirst ? name.en : name.zh;
    }

private:
    bool m_chineseFirst;
    QTranslator m_chinese;
    QTranslator m_english;
};

} // namespace starqueue::display
