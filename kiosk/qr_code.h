#pragma once

#include <QBitArray>
#include <QQuickPaintedItem>
#include <QString>

namespace starqueue::kiosk {

/// The modules of a QR code (ISO/IEC 18004, level M), row by row, dark ones set; without its quiet
/// zone. `side` 0: the text is empty or too long.
struct QrModules
{
    int side = 0;
    QBitArray dark;
};
[[nodiscard]] QrModules qrModules(const QString& text);

/// A QR code that paints itself as large as fits, on white, with the quiet zone of four modules.
class QrCode : public QQuickPaintedItem
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString text READ text WRITE setText NOTIFY textChanged REQUIRED)

public:
    explicit QrCode(QQuickItem* parent = nullptr);

    [[nodiscard]] const QString& text() const { return m_text; }
    void setText(const QString& text);

    void paint(QPainter* painter) override;

signals:
    void textChanged();

private:
    QString m_text;
    QrModules m_modules;
};

} // namespace starqueue::kiosk
