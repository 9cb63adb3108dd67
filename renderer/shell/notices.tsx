import { Icon } from '../shared/parts/icon.tsx';
import { dismissNotice, type Notice, notices } from '../shared/state/notices.ts';
import { common } from '../shared/texts/common.ts';

/** The short messages at the foot of the page. The region is always there, so that a screen reader hears them. */
export function Notices() {
  return (
    <div class="notices" role="status" aria-live="polite">
      {notices.value.map((notice) => (
        <NoticeLine key={notice.id} notice={notice} />
      ))}
    </div>
  );
}

function NoticeLine({ notice }: { readonly notice: Notice }) {
  const { action } = notice;
  const act = () => {
    dismissNotice(notice.id);
    action?.run();
  };
  return (
    <div class={`notice ${notice.tone}`}>
      {notice.tone === 'bad' && <Icon name="warning" />}
      <span>{notice.text}</span>
      {action !== null && (
        <button type="button" class="link-button" onClick={act}>
          {action.label}
        </button>
      )}
      <button type="button" class="icon-button" aria-label={common.dismiss} onClick={() => dismissNotice(notice.id)}>
        <Icon name="close" />
      </button>
    </div>
  );
}
