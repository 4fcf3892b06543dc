"""Opens what can be done with people: the dialogs, their preparation, the small commands without one. Shows no list."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QObject, QPoint, QRect, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from thidua_gui.core.ids import PersonId
from thidua_gui.services import awards_edit, disciplines, organisation, people_edit, people_moves, personnel_changes
from thidua_gui.services.award_cards import Bearer
from thidua_gui.services.awards import AwardRow
from thidua_gui.services.people_edit import Suggestions
from thidua_gui.services.person_detail import ChangeRow, DisciplineRow, MembershipRow, PersonDetail
from thidua_gui.text import award_cards as card_wording
from thidua_gui.text import awards as award_wording
from thidua_gui.text import disciplines as discipline_wording
from thidua_gui.text import people as wording
from thidua_gui.ui.context import Context
from thidua_gui.ui.forms.award_dialogs import AwardDialog
from thidua_gui.ui.forms.effects_list import ReviewDialog
from thidua_gui.ui.forms.pick_field import PickItem
from thidua_gui.ui.forms.revoke_dialog import RevokeDialog
from thidua_gui.ui.messages import tell
from thidua_gui.ui.people import portrait
from thidua_gui.ui.people.course_dialogs import ChangeDialog, PeriodDialog
from thidua_gui.ui.people.discipline_dialog import DisciplineDialog
from thidua_gui.ui.people.move_dialogs import LeaveDialog, RejoinDialog, TransferDialog
from thidua_gui.ui.people.panel import PersonPanel
from thidua_gui.ui.people.person_dialog import PersonDialog
from thidua_gui.ui.people.portrait_dialog import PortraitDialog


@dataclass(frozen=True, slots=True)
class _Offered:
    """What dialogs offer to choose from."""

    units: tuple[PickItem, ...]
    suggestions: Suggestions
    code: str


class PeopleDesk(QObject):
    """Every dialog belongs to `window` and reads what it offers just before it opens."""

    added = Signal(object)
    """PersonId of a person who was not there before."""

    def __init__(self, context: Context, window: QWidget, panel: PersonPanel) -> None:
        super().__init__(window)
        self._context = context
        self._window = window
        self._panel = panel
        self._connect()

    def add_person(self) -> None:
        """Thêm cá nhân."""

        def show(offered: _Offered) -> None:
            dialog = PersonDialog(
                self._context, self._window, None, offered.suggestions, offered.units, offered.code
            )
            dialog.added.connect(self.added)
            dialog.open()

        self._with_offers(show)

    def edit_person(self) -> None:
        """Sửa hồ sơ."""
        detail = self._detail()
        if detail is not None:
            self._with_offers(
                lambda offered: PersonDialog(self._context, self._window, detail.facts, offered.suggestions).open()
            )

    def transfer(self) -> None:
        """Chuyển đơn vị of the person in the panel."""
        detail = self._detail()
        if detail is not None:
            now = [detail.unit] if detail.unit else []
            self._open_transfer([(detail.facts.id, detail.facts.full_name)], now, detail.post)

    def _open_transfer(self, people: list[tuple[PersonId, str]], now: list[str], post: str | None) -> None:
        self._with_offers(
            lambda offered: TransferDialog(
                self._context, self._window, people, now, offered.units, offered.suggestions.posts, post
            ).open()
        )

    def leave(self) -> None:
        """Nghỉ việc."""
        detail = self._detail()
        if detail is not None:
            facts = detail.facts
            LeaveDialog(self._context, self._window, facts.id, facts.full_name, self._context.clock().date()).open()

    def rejoin(self) -> None:
        """Trở lại công tác."""
        detail = self._detail()
        if detail is not None:
            facts = detail.facts
            self._with_offers(
                lambda offered: RejoinDialog(
                    self._context, self._window, facts.id, facts.full_name, offered.units, offered.suggestions.posts
                ).open()
            )

    def choose_portrait(self) -> None:
        """A picture file becomes the portrait."""
        path, _ = QFileDialog.getOpenFileName(self._window, wording.CHOOSE_PORTRAIT, "", wording.PORTRAIT_FILES)
        if path:
            self.set_portrait(path)

    def set_portrait(self, path: str) -> None:
        """Read the picture beside the window's thread, then let its part be chosen."""
        detail = self._detail()
        if detail is None:
            return
        person_id, name = detail.facts.id, detail.facts.full_name

        def show(image: QImage | None) -> None:
            if image is None:
                tell(self._window, wording.PORTRAIT, wording.PORTRAIT_UNREADABLE)
                return
            dialog = PortraitDialog(self._window, image, name)
            dialog.chosen.connect(lambda frame: self._store_portrait(person_id, image, frame))
            dialog.open()

        self._context.jobs.render(lambda _: portrait.read_picture(path), show)

    def _store_portrait(self, person_id: PersonId, image: QImage, frame: QRect) -> None:
        def store(content: bytes) -> None:
            self._context.jobs.command(
                lambda _: people_edit.set_portrait(person_id, content, wording.PORTRAIT_NAME, portrait.MEDIA_TYPE)
            )

        self._context.jobs.render(lambda _: portrait.cut(image, frame), store)

    def remove_portrait(self) -> None:
        """Undo brings it back."""
        detail = self._detail()
        if detail is not None:
            person_id = detail.facts.id
            self._context.jobs.command(lambda _: people_edit.set_portrait(person_id, None, "", ""))

    def add_award(self) -> None:
        """Thêm thành tích cũ."""
        self._open_award(None)

    def award_menu(self, row: AwardRow, at: QPoint) -> None:
        """What can be done with an award."""
        menu = QMenu(self._window)
        if not row.is_issued:
            menu.addAction(wording.CORRECT).triggered.connect(lambda: self._open_award(row))
        if row.revocation is None:
            menu.addAction(wording.REVOKE).triggered.connect(lambda: self._open_revoke(row))
        else:
            menu.addAction(card_wording.NEEDS_REVIEW).triggered.connect(lambda: self._open_review(row))
        if not menu.isEmpty():
            menu.popup(at)

    def add_period(self) -> None:
        """Thêm giai đoạn."""
        self._open_period(None)

    def period_menu(self, row: MembershipRow, at: QPoint) -> None:
        """What can be done with a dated membership."""
        menu = QMenu(self._window)
        menu.addAction(wording.EDIT_PERIOD_MENU).triggered.connect(lambda: self._open_period(row))
        menu.addAction(wording.REMOVE_PERIOD).triggered.connect(
            lambda: self._context.jobs.command(lambda _: people_moves.remove_period(row.id))
        )
        menu.popup(at)

    def add_change(self) -> None:
        """Ghi biến động."""
        self._open_change(None)

    def change_menu(self, row: ChangeRow, at: QPoint) -> None:
        """What can be done with a change of the year."""
        menu = QMenu(self._window)
        menu.addAction(wording.EDIT_CHANGE_MENU).triggered.connect(lambda: self._open_change(row))
        menu.addAction(wording.REMOVE_CHANGE).triggered.connect(
            lambda: self._context.jobs.command(lambda _: personnel_changes.remove_change(row.id))
        )
        menu.popup(at)

    def add_discipline(self) -> None:
        """Ghi kỷ luật."""
        self._open_discipline(None)

    def discipline_menu(self, row: DisciplineRow, at: QPoint) -> None:
        """What can be done with a discipline of the year."""
        menu = QMenu(self._window)
        menu.addAction(discipline_wording.EDIT_MENU).triggered.connect(lambda: self._open_discipline(row))
        menu.addAction(discipline_wording.REMOVE).triggered.connect(
            lambda: self._context.jobs.command(lambda _: disciplines.remove_discipline(row.id))
        )
        menu.popup(at)

    def _open_award(self, row: AwardRow | None) -> None:
        detail = self._detail()
        if detail is None:
            return
        bearer = (False, int(detail.facts.id))
        name, year = detail.facts.full_name, self._context.year - 1
        self._context.jobs.run(
            lambda _: awards_edit.used_wordings(),
            lambda used: AwardDialog(
                self._context, self._window, used, row=row, bearer=bearer, name=name, year=year
            ).open(),
        )

    def _open_revoke(self, row: AwardRow) -> None:
        RevokeDialog(self._context, self._window, row, self._context.clock().date()).open()

    def _open_review(self, row: AwardRow) -> None:
        what = award_wording.what(row.name, row.title, row.year)
        ReviewDialog(self._context, self._window, row.id, what).open()

    def open_card(self) -> None:
        """Phiếu thành tích, on the page of awards."""
        detail = self._detail()
        if detail is not None:
            self._context.bus.navigate.emit("awards", Bearer(False, int(detail.facts.id)))

    def _open_period(self, row: MembershipRow | None) -> None:
        detail = self._detail()
        if detail is not None:
            person_id = detail.facts.id
            self._with_offers(
                lambda offered: PeriodDialog(
                    self._context, self._window, person_id, row, offered.units, offered.suggestions.posts
                ).open()
            )

    def _open_change(self, row: ChangeRow | None) -> None:
        detail, campaign_id = self._detail(), self._context.campaign_id
        if detail is not None and campaign_id is not None:
            ChangeDialog(self._context, self._window, campaign_id, detail.facts.id, row).open()

    def _open_discipline(self, row: DisciplineRow | None) -> None:
        detail, campaign_id = self._detail(), self._context.campaign_id
        if detail is not None and campaign_id is not None:
            facts = detail.facts
            DisciplineDialog(self._context, self._window, campaign_id, facts.id, facts.full_name, row).open()

    def _detail(self) -> PersonDetail | None:
        return None if self._panel.seen is None else self._panel.seen.detail

    def _with_offers(self, show: Callable[[_Offered], None]) -> None:
        today = self._context.clock().date()
        self._context.jobs.run(lambda _: _offers(today), show)

    def _connect(self) -> None:
        panel = self._panel
        panel.edit_wanted.connect(self.edit_person)
        panel.transfer_wanted.connect(self.transfer)
        panel.leave_wanted.connect(self.leave)
        panel.rejoin_wanted.connect(self.rejoin)
        panel.portrait_wanted.connect(self.choose_portrait)
        panel.portrait_removal_wanted.connect(self.remove_portrait)
        panel.awards.add_wanted.connect(self.add_award)
        panel.card_wanted.connect(self.open_card)
        panel.awards.menu_wanted.connect(self.award_menu)
        panel.course.add_period_wanted.connect(self.add_period)
        panel.course.period_menu_wanted.connect(self.period_menu)
        panel.course.add_change_wanted.connect(self.add_change)
        panel.course.change_menu_wanted.connect(self.change_menu)
        panel.course.add_discipline_wanted.connect(self.add_discipline)
        panel.course.discipline_menu_wanted.connect(self.discipline_menu)


def _offers(on: date) -> _Offered:
    units = tuple(
        PickItem(row.id, row.name, row.code, max(row.depth - 1, 0)) for row in organisation.units(on) if not row.is_root
    )
    return _Offered(units, people_edit.suggestions(), people_edit.suggested_code())
