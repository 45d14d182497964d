"""What is wrong with a row of a file, as the person reads it who has to mend the file."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from services.intake.faults import BadRow, Fault, Field


def field_name(field: Field) -> str:
    """Name what a column says."""
    translate = QCoreApplication.translate
    match field:
        case Field.SIPARIS_ID:
            return "Siparis_ID"
        case Field.SOLD_AT:
            return translate("Importing", "Sale time")
        case Field.GUID:
            return "PYSiparis_GUID"
        case Field.SELLER:
            return translate("Importing", "Seller")
        case Field.AMOUNT:
            return translate("Importing", "Product amount")
        case Field.PAYABLE:
            return translate("Importing", "Payable")


def what_is_wrong(bad: BadRow) -> str:
    """Say what is wrong with a row, and how it should be."""
    sentence = _sentence(bad.fault)
    if bad.other is None:
        return sentence
    there = QCoreApplication.translate("Importing", "{sentence} (row {row})")
    return there.format(sentence=sentence, row=bad.other)


def _sentence(fault: Fault) -> str:
    translate = QCoreApplication.translate
    return {
        Fault.COLUMN_COUNT: translate("Importing", "The row has more or fewer columns than the titles."),
        Fault.QUOTES: translate("Importing", "A quotation mark is missing, or there is one too many."),
        Fault.MISSING: translate("Importing", "This can't be empty."),
        Fault.BAD_LETTERS: translate(
            "Importing", "There are letters in it that can't be read. Save the file as UTF-8."
        ),
        Fault.CONTROL_CHARACTERS: translate("Importing", "There are characters in it that can't be seen."),
        Fault.FORMULA: translate("Importing", "It begins like a formula (= + - @)."),
        Fault.ERROR_VALUE: translate("Importing", "The spreadsheet could not calculate this cell."),
        Fault.TOO_LONG: translate("Importing", "It is too long."),
        Fault.WRONG_KIND: translate("Importing", "A cell of another kind: format the column as text."),
        Fault.DIGITS_LOST: translate(
            "Importing", "The spreadsheet has shortened the number. Format the column as text, enter it anew."
        ),
        Fault.NOT_A_GUID: translate(
            "Importing", "No GUID: it has 36 characters, like 0C13D406-873B-403B-9C09-A5766840D98C."
        ),
        Fault.GUID_TWICE: translate("Importing", "The order has this GUID already."),
        Fault.GUID_IN_ANOTHER_ORDER: translate("Importing", "Another order of the file has this GUID."),
        Fault.GUID_IN_THE_LEDGER: translate("Importing", "This GUID belongs to another order here already."),
        Fault.NOT_AN_AMOUNT: translate("Importing", "This is no amount."),
        Fault.AMBIGUOUS_AMOUNT: translate(
            "Importing", "It can be read as two amounts; write all kuruş: 1250,00"
        ),
        Fault.TOO_MANY_DECIMALS: translate("Importing", "There are more than two digits of kuruş."),
        Fault.OTHER_CURRENCY: translate("Importing", "Another currency; only lira can be given back here."),
        Fault.NEGATIVE: translate("Importing", "It is negative."),
        Fault.ZERO: translate("Importing", "The amount must be more than zero."),
        Fault.TOO_MUCH: translate("Importing", "No sale is that large."),
        Fault.PAYABLE_OVER_AMOUNT: translate(
            "Importing", "The seller can't be due more than the product's amount."
        ),
        Fault.NOT_A_MOMENT: translate("Importing", "No day and time; write 21.11.2026 18:34"),
        Fault.AMBIGUOUS_DAY: translate("Importing", "Which one is the month? Write 21.11.2026 18:34"),
        Fault.NO_TIME: translate("Importing", "The time is missing; write 21.11.2026 18:34"),
        Fault.IN_THE_FUTURE: translate("Importing", "It lies in the future."),
        Fault.TOO_OLD: translate("Importing", "It is too long ago."),
        Fault.ANOTHER_MOMENT: translate("Importing", "The order's first row has another sale time."),
        Fault.TOO_MANY_LINES: translate("Importing", "No order has that many sellers."),
        Fault.ORDER_DIFFERS: translate(
            "Importing", "This order is here already, with other content. It stays as it is; edit it by hand."
        ),
        Fault.ORDER_LOCKED: translate(
            "Importing", "Money was asked back on this order, and the file says otherwise. It stays as it is."
        ),
    }[fault]
