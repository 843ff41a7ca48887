#pragma once

#include <client/ui/sizes/desk_sizes.h>
#include <client/ui/sizes/kiosk_sizes.h>
#include <client/ui/sizes/wall_sizes.h>
#include <client/ui/theme_file.h>

#include <QObject>
#include <QQmlEngine>

namespace starqueue::ui {

/// Colours, sizes and shapes for QML, as `Theme`. Sizes are pixels of the face's own design size
/// (kiosk 1080 wide, display 1920 × 1080, desk as it is); a face scales the whole page, not these.
/// What faces share stands here, what one face alone has in `kiosk`, `wall` and `desk`: no QML file has
/// a size of its own, and what large text changes is decided here alone.
/// One for the process; lives on the GUI thread.
class Theme : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON
    Q_PROPERTY(starqueue::ui::ThemeColours colour READ colour NOTIFY themeChanged)
    Q_PROPERTY(QString fontFamily READ fontFamily NOTIFY themeChanged)
    Q_PROPERTY(QUrl logo READ logo NOTIFY themeChanged)
    Q_PROPERTY(bool largeText READ largeText WRITE setLargeText NOTIFY sizesChanged)
    Q_PROPERTY(bool reducedMotion READ reducedMotion WRITE setReducedMotion NOTIFY sizesChanged)
    Q_PROPERTY(int small READ small NOTIFY sizesChanged)
    Q_PROPERTY(int body READ body NOTIFY sizesChanged)
    Q_PROPERTY(int heading READ heading NOTIFY sizesChanged)
    Q_PROPERTY(int title READ title NOTIFY sizesChanged)
    Q_PROPERTY(int number READ number NOTIFY sizesChanged)
    Q_PROPERTY(int radius READ radius NOTIFY sizesChanged)
    Q_PROPERTY(int margin READ margin NOTIFY sizesChanged)
    Q_PROPERTY(int gap READ gap NOTIFY sizesChanged)
    Q_PROPERTY(int target READ target NOTIFY sizesChanged)
    Q_PROPERTY(int line READ line CONSTANT)
    Q_PROPERTY(int focusGap READ focusGap CONSTANT)
    Q_PROPERTY(int focusLine READ focusLine CONSTANT)
    Q_PROPERTY(int hintPadding READ hintPadding CONSTANT)
    Q_PROPERTY(int hintRadius READ hintRadius CONSTANT)
    Q_PROPERTY(bool roomy READ roomy NOTIFY sizesChanged)
    Q_PROPERTY(starqueue::ui::KioskSizes kiosk READ kiosk NOTIFY sizesChanged)
    Q_PROPERTY(starqueue::ui::WallSizes wall READ wall CONSTANT)
    Q_PROPERTY(starqueue::ui::DeskSizes desk READ desk CONSTANT)
    Q_PROPERTY(int motion READ motion NOTIFY sizesChanged)

public:
    /// What kind of face this is: it decides every size.
    enum class Kind { Kiosk, Wall, Desk };
    Q_ENUM(Kind)

    /// The one theme; QML's singleton is this object.
    static Theme& instance();
    static Theme* create(QQmlEngine* engine, QJSEngine* scriptEngine);

    void use(ThemeData data);
    void use(Kind kind);

    [[nodiscard]] const ThemeColours& colour() const { return m_data.colours; }
    [[nodiscard]] const QString& fontFamily() const { return m_data.fontFamily; }
    [[nodiscard]] const QUrl& logo() const { return m_data.logo; }

    /// Text 1.5 times as large (titles 1.2 times); numbers and shapes stay.
    [[nodiscard]] bool largeText() const { return m_largeText; }
    void setLargeText(bool large);
    [[nodiscard]] bool reducedMotion() const { return m_reducedMotion; }
    void setReducedMotion(bool reduced);

    [[nodiscard]] int small() const;
    [[nodiscard]] int body() const;
    [[nodiscard]] int heading() const;
    [[nodiscard]] int title() const;
    [[nodiscard]] int number() const;
    [[nodiscard]] int radius() const;
    [[nodiscard]] int margin() const;
    [[nodiscard]] int gap() const;
    /// Least height of what is touched.
    [[nodiscard]] int target() const;
    [[nodiscard]] int line() const { return 2; }
    /// Distance from a control to the ring that shows the keyboard's focus, and that ring's width.
    [[nodiscard]] int focusGap() const { return 6; }
    [[nodiscard]] int focusLine() const { return 4; }
    /// Padding and radius of the frame around a key's name.
    [[nodiscard]] int hintPadding() const { return 3; }
    [[nodiscard]] int hintRadius() const { return 4; }
    /// There is room for more than the main words and for several tiles a row; not with large text.
    [[nodiscard]] bool roomy() const { return !m_largeText; }
    [[nodiscard]] KioskSizes kiosk() const { return kioskSizes(m_largeText); }
    [[nodiscard]] WallSizes wall() const { return {}; }
    [[nodiscard]] DeskSizes desk() const { return {}; }
    /// Milliseconds of a motion that tells something; 0 with reduced motion.
    [[nodiscard]] int motion() const { return m_reducedMotion ? 0 : 250; }

signals:
    void themeChanged();
    void sizesChanged();

private:
    struct Sizes;
    Theme() = default;
    [[nodiscard]] const Sizes& sizes() const;
    [[nodiscard]] int scaled(int size, double factor) const;

    ThemeData m_data;
    Kind m_kind = Kind::Kiosk;
    bool m_largeText = false;
    bool m_reducedMotion = false;
};

} // namespace starqueue::ui
